/**
 * The rule of notification in docs/krr.md: the provisions it follows, the table of what it answers, and what it leaves open.
 */
import { table } from './reference.mts';

export interface RuleDeclarations {
  readonly decisionTable: () => readonly (readonly string[])[];
  readonly LEGAL_BASIS: {
    readonly regulation: string;
    readonly checked: string;
    readonly references: readonly { readonly provision: string; readonly says: string; readonly source: string }[];
    readonly notDecided: readonly string[];
  };
}

export const RULES_BEGIN = '<!-- generated from the rule by npm run docs; do not edit -->';

export const krrRules = ({ decisionTable, LEGAL_BASIS }: RuleDeclarations): string => {
  const { regulation, checked, references, notDecided } = LEGAL_BASIS;
  return [
    `${regulation}, as the official summaries have it; checked ${checked}:`,
    table(
      ['Provision', 'What it says', 'Source'],
      references.map(({ provision, says, source }) => [provision, says, source]),
    ),
    'What _Check Notification Rules_ answers. The first line that fits counts:',
    table(['KRR says', 'formal decision', 'service message'], decisionTable()),
    '**What it does not decide:**',
    notDecided.map((sentence) => `- ${sentence}`).join('\n'),
  ].join('\n\n');
};
