import { compileSigma } from '../../common/sigma/compile_sigma';
import type { CompiledRule } from '../../common/sigma/compile_rule';

/** A rule around a detection, for tests. `detection` is indented YAML below `detection:`. */
export function ruleText(detection: string, category = 'process_creation'): string {
  return `title: Made for a test
logsource:
  product: windows
  category: ${category}
detection:
${detection}
`;
}

export function compileOne(text: string): CompiledRule {
  const [rule] = compileSigma([text]).rules;
  if (!rule) throw new Error('no rule in the text');
  return rule;
}

/** One selection with one item (and what stands below it), as its only condition. */
export const compileItem = (item: string, category?: string): CompiledRule =>
  compileOne(ruleText(`  sel:\n${item.replace(/^/gm, '    ')}\n  condition: sel`, category));
