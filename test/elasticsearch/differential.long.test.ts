import { SHAPE_NAMES } from '../worlds/render_document';
import type { ShapeName } from '../worlds/render_document';
import { differences, generatedPredicates, nastyPredicates, twoStoresOf } from './differential';
import { MAPPING_VARIANTS } from './mapping_variants';
import type { MappingVariant } from './mapping_variants';
import type { TwoStores } from './two_stores';

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const CASES = SHAPE_NAMES.flatMap((shape) =>
  MAPPING_VARIANTS.map((variant): [ShapeName, MappingVariant] => [shape, variant]),
);

/** Every shape in every mapping; once more on the other engine with ENGINE_VERSION. */
describe.each(CASES)('documents of %s mapped as %s', (shape, variant) => {
  let stores: TwoStores;
  beforeAll(async () => {
    stores = await twoStoresOf(shape, variant);
  }, 60_000);
  afterAll(() => stores.dispose());

  it(`are found alike in memory and on the engine (SEED=${SEED})`, async () => {
    const predicates = [...nastyPredicates(), ...generatedPredicates(shape, { seed: SEED, count: 150 })];
    expect(await differences(stores, predicates)).toEqual([]);
  }, 300_000);
});
