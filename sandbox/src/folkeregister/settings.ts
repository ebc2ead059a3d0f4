/** Switches for what no source settles about Folkeregisteret, each with a default and both behaviours. */
export interface FolkeregisterSettings {
  /**
   * What a bulk lookup with somBestilt answers for a number that has been replaced: the person under the number asked
   * for, the person under the current number, or an error. The documentation leaves it open.
   */
  historicalNumberInBulk: 'asked' | 'current' | 'error';
  /** What a bulk lookup without somBestilt does with a number nobody has. */
  unknownInBulk: 'omitted' | 'error';
  /** How documents looked up in bulk are wrapped: as a list, or the first one alone as the description has it. */
  documentBulk: 'list' | 'single';
  /** Status for a part that the package with legal basis does not know. */
  unknownPartStatus: 400 | 406;
  /** Status Fiks gives for a part outside the role. */
  partOutsideRoleStatus: 403 | 400;
  /** What `part=historikk` alone means. */
  historyAlone: 'basis' | 'refused';
  /** Bodies of the register's own refusals, where its description declares none. */
  registerErrorBody: 'kode' | 'code' | 'empty';
  /** What the exact search wants besides a name: the documentation's rule of 2024 or that of the description. */
  exactSearchRule: 'docs' | 'openapi';
  /** Hits above which a search is refused. */
  searchHitLimit: number;
  /** What a search without hits answers: an empty list, or none. */
  searchWithoutHits: 'empty' | 'missing';
  feedPageSize: number;
  /** What is past the end of the feed: an empty page, or 404 as the description lists too. */
  feedPastEnd: 'empty' | '404';
  /** Fiks lets ETag and If-None-Match through. */
  fiksForwardsEtag: boolean;
  /** Virtual seconds between events that happen by themselves; 0 for none. */
  eventEverySeconds: number;
  /** Virtual milliseconds until a batch of an extract is made, counted anew from the delivery of the one before. */
  extractReadyAfterMs: number;
  /** How many calls for each batch, the closing one too, are answered "not ready" at least. */
  extractNotReadyAnswers: number;
  extractBatchSize: number;
  /** Virtual milliseconds an extract is kept. */
  extractLifetimeMs: number;
  /** How an extract that cannot be made is refused: by status, or with a message in an ordinary answer. */
  extractOrderFailure: 'status' | 'message';
  /** Who may use KS' events per municipality: every integration, only with a role made for it, or only people. */
  fiksEvents: 'open' | 'role' | 'people';
  /** Children in one look-up of KS' oppvekst; null for any number. */
  oppvekstLimit: number | null;
  /** Controlled identities are called `unik`, as they will be from 2027. */
  uniqueIdentities: boolean;
  /** How gradings are spelt: official samples have capitals too. */
  gradingCase: 'camel' | 'upper';
}

export const folkeregisterDefaults: Readonly<FolkeregisterSettings> = {
  historicalNumberInBulk: 'asked',
  unknownInBulk: 'omitted',
  documentBulk: 'list',
  unknownPartStatus: 400,
  partOutsideRoleStatus: 403,
  historyAlone: 'basis',
  registerErrorBody: 'kode',
  exactSearchRule: 'docs',
  searchHitLimit: 10_000,
  searchWithoutHits: 'empty',
  feedPageSize: 1000,
  feedPastEnd: 'empty',
  fiksForwardsEtag: true,
  eventEverySeconds: 3600,
  extractReadyAfterMs: 2000,
  extractNotReadyAnswers: 1,
  extractBatchSize: 5000,
  extractLifetimeMs: 86_400_000,
  extractOrderFailure: 'status',
  fiksEvents: 'open',
  oppvekstLimit: null,
  uniqueIdentities: false,
  gradingCase: 'camel',
};

export const folkeregisterSettingsSchema = {
  historicalNumberInBulk: { enum: ['asked', 'current', 'error'] },
  unknownInBulk: { enum: ['omitted', 'error'] },
  documentBulk: { enum: ['list', 'single'] },
  unknownPartStatus: { enum: [400, 406] },
  partOutsideRoleStatus: { enum: [403, 400] },
  historyAlone: { enum: ['basis', 'refused'] },
  registerErrorBody: { enum: ['kode', 'code', 'empty'] },
  exactSearchRule: { enum: ['docs', 'openapi'] },
  searchHitLimit: { type: 'integer', minimum: 1, maximum: 10_000 },
  searchWithoutHits: { enum: ['empty', 'missing'] },
  feedPageSize: { type: 'integer', minimum: 1, maximum: 1000 },
  feedPastEnd: { enum: ['empty', '404'] },
  fiksForwardsEtag: { type: 'boolean' },
  eventEverySeconds: { type: 'number', minimum: 0 },
  extractReadyAfterMs: { type: 'number', minimum: 0 },
  extractNotReadyAnswers: { type: 'integer', minimum: 0 },
  extractBatchSize: { type: 'integer', minimum: 1 },
  extractLifetimeMs: { type: 'number', minimum: 0 },
  extractOrderFailure: { enum: ['status', 'message'] },
  fiksEvents: { enum: ['open', 'role', 'people'] },
  oppvekstLimit: { type: ['integer', 'null'], minimum: 1 },
  uniqueIdentities: { type: 'boolean' },
  gradingCase: { enum: ['camel', 'upper'] },
} as const satisfies Record<keyof FolkeregisterSettings, object>;
