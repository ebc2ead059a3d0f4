/**
 * The provisions the rule in `varsling.ts` follows, in our words, and what it leaves to others. The regulation itself was not
 * read: these are the official summaries named as sources (fact sheet krr §6, §9).
 */
interface Reference {
  readonly provision: string;
  readonly says: string;
  readonly source: string;
}

const REFERENCES: readonly Reference[] = [
  {
    provision: '§ 8, third paragraph',
    says: 'A person is notified that a decision, or something else of importance, is there to be read.',
    source: 'Digdir, on the 18-month rule',
  },
  {
    provision: '§ 9',
    says: 'A person who has reserved gets on paper: individual decisions, advance notice by forvaltningsloven § 16, what affects the legal position or the handling of the case, and what it is otherwise particularly important to receive. Reminders of appointments and service messages may still come by SMS and e-mail.',
    source: 'norge.no, on reservation; questions and answers on the register at samarbeid.difi.no (2020)',
  },
  {
    provision: '§ 32, second paragraph',
    says: 'Contact information that the person has neither updated nor confirmed during the last 18 months may not be used for that notification. To do so is a procedural error, and the organisation that notifies answers for it, not the register.',
    source: 'Digdir, on the 18-month rule',
  },
];

const NOT_DECIDED: readonly string[] = [
  'How a letter is delivered: § 32 is about notification. A person who may not be notified can still have a digital mailbox, and SvarUt looks in the register itself.',
  'Whether what you send is one of the things § 9 keeps on paper: you choose the purpose.',
  'Whether anybody else reads the notification: `shared` says that others have registered the same address.',
  'Whether the person has read it: a decision that is not opened within a week is to be notified once more (§ 8).',
  'Organisations: the register holds natural persons only.',
];

export const LEGAL_BASIS = {
  regulation: 'eForvaltningsforskriften (regulation of 25 June 2004 no. 988)',
  /** The day all of it was last compared with the sources. */
  checked: '2026-11-20',
  references: REFERENCES,
  notDecided: NOT_DECIDED,
} as const;
