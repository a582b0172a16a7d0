import { SHAPE_NAMES } from '../worlds/render_document';
import type { ShapeName } from '../worlds/render_document';
import { differences, generatedPredicates, nastyPredicates, twoStoresOf } from './differential';
import { MAPPING_VARIANTS } from './mapping_variants';
import type { MappingVariant } from './mapping_variants';
import type { TwoStores } from './two_stores';

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** Every shape as it is usually mapped, and one shape in every mapping. */
const CASES: readonly (readonly [ShapeName, MappingVariant])[] = [
  ...SHAPE_NAMES.map((shape): [ShapeName, MappingVariant] => [shape, 'keyword']),
  ...MAPPING_VARIANTS.map((variant): [ShapeName, MappingVariant] => ['winlogbeat_raw', variant]),
  ['ecs_8', 'text_and_keyword'],
];

describe.each(CASES)('documents of %s mapped as %s', (shape, variant) => {
  let stores: TwoStores;
  beforeAll(async () => {
    stores = await twoStoresOf(shape, variant);
  }, 60_000);
  afterAll(() => stores.dispose());

  it('are found alike in memory and on the engine by the nasty predicates', async () => {
    expect(await differences(stores, nastyPredicates())).toEqual([]);
  }, 120_000);

  it(`are found alike by generated predicates (SEED=${SEED})`, async () => {
    expect(await differences(stores, generatedPredicates(shape, { seed: SEED, count: 40 }))).toEqual([]);
  }, 120_000);
});
