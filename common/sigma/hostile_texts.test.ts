import { testHostileTexts } from '../../test/sigma/hostile_texts';

describe('hostile Sigma texts never throw', () => testHostileTexts(300));
