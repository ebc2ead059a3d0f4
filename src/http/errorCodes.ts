/**
 * Every code a ServiceError can have. They never change their meaning: flows branch on them.
 */

/**
 * What each code means for the one who has to act.
 * `business`: the case or its data must be mended. `system`: the set-up or the machinery; the same input can work later.
 * `retryable`: running the same thing again, unchanged, can help.
 */
export const ERROR_CODES = {
  ERR_INVALID_INPUT: {
    kind: 'business',
    retryable: false,
    meaning: 'A field is missing or has a value it cannot have.',
  },
  ERR_INVALID_IDENTIFIER: { kind: 'business', retryable: false, meaning: 'An identifier is malformed.' },
  ERR_SYNTHETIC_IDENTIFIER: {
    kind: 'business',
    retryable: false,
    meaning: 'A synthetic test number was used in production.',
  },
  ERR_REAL_IDENTIFIER: {
    kind: 'business',
    retryable: false,
    meaning: 'A number that can belong to a real person was used outside production.',
  },
  ERR_PERSON_NOT_FOUND: {
    kind: 'business',
    retryable: false,
    meaning: 'The register knows no person with that number.',
  },
  ERR_VERSION_NOT_FOUND: {
    kind: 'business',
    retryable: false,
    meaning: 'Folkeregisteret gives out no such version of a person, or no longer.',
  },
  ERR_EVENT_NOT_FOUND: {
    kind: 'business',
    retryable: false,
    meaning: 'Folkeregisteret gives out no such event, or no longer.',
  },
  ERR_EXTRACT_NOT_READY: {
    kind: 'system',
    retryable: true,
    meaning: 'Folkeregisteret had not made the next batch of an extract in time. Go on with the job id.',
  },
  ERR_EXTRACT_GONE: {
    kind: 'business',
    retryable: false,
    meaning: 'Folkeregisteret has no such extract, or no longer. Order a new one.',
  },
  ERR_TOO_MANY_EXTRACTS: {
    kind: 'system',
    retryable: true,
    meaning: 'Folkeregisteret makes at most ten extracts for an organisation at once.',
  },
  ERR_VEHICLE_NOT_FOUND: {
    kind: 'business',
    retryable: false,
    meaning: 'The register knows no such vehicle, or none that had that plate at that moment.',
  },
  ERR_VEHICLE_WITHHELD: {
    kind: 'business',
    retryable: false,
    meaning: 'The register does not give out information about that vehicle. Handle the case manually.',
  },
  ERR_QUOTA_SPENT: {
    kind: 'system',
    retryable: false,
    meaning: 'The vehicle register gives no more vehicles today. It is asked no more by itself; run again tomorrow.',
  },
  ERR_CREDENTIAL_INCOMPLETE: {
    kind: 'system',
    retryable: false,
    meaning: 'A field of a credential is empty or malformed.',
  },
  ERR_RETIRED_ADDRESS: {
    kind: 'system',
    retryable: false,
    meaning: 'An address in the credential belongs to a service that was switched off.',
  },
  ERR_PART_NOT_ALLOWED: {
    kind: 'system',
    retryable: false,
    meaning: 'The Folkeregister role or rights package may not see a part that was asked for.',
  },
  ERR_KEY_MISSING: { kind: 'system', retryable: false, meaning: 'The Maskinporten credential has no private key.' },
  ERR_KEY_FORMAT: {
    kind: 'system',
    retryable: false,
    meaning: 'What was pasted as the key is in no known key format.',
  },
  ERR_KEY_DAMAGED: { kind: 'system', retryable: false, meaning: 'The key is cut off or damaged.' },
  ERR_KEY_TOO_LARGE: {
    kind: 'system',
    retryable: false,
    meaning: 'The key is larger, or asks for more work to open, than any real key.',
  },
  ERR_KEY_PUBLIC: { kind: 'system', retryable: false, meaning: 'The public half of a key pair was pasted.' },
  ERR_KEY_IS_CERTIFICATE: {
    kind: 'system',
    retryable: false,
    meaning: 'Certificates were pasted without a private key.',
  },
  ERR_KEY_IS_REQUEST: {
    kind: 'system',
    retryable: false,
    meaning: 'A certificate request was pasted instead of a key.',
  },
  ERR_KEY_OPENSSH: { kind: 'system', retryable: false, meaning: "The key is in OpenSSH's own format." },
  ERR_KEY_PUTTY: { kind: 'system', retryable: false, meaning: "The key is in PuTTY's own format." },
  ERR_KEY_NOT_RSA: { kind: 'system', retryable: false, meaning: 'The key is of another kind than RSA.' },
  ERR_KEY_TOO_SHORT: { kind: 'system', retryable: false, meaning: 'The key is shorter than 2048 bits.' },
  ERR_KEY_FOR_ENCRYPTION: {
    kind: 'system',
    retryable: false,
    meaning: 'The key or its certificate is for encryption, not for signing.',
  },
  ERR_KEY_ALGORITHM: {
    kind: 'system',
    retryable: false,
    meaning: 'The key is for another signature algorithm than RS256, RS384 and RS512.',
  },
  ERR_KEY_INCOMPLETE: { kind: 'system', retryable: false, meaning: 'The JWK lacks p, q, dp, dq or qi.' },
  ERR_KEY_PASSPHRASE_MISSING: {
    kind: 'system',
    retryable: false,
    meaning: 'The key is protected, and no passphrase is given.',
  },
  ERR_KEY_PASSPHRASE_WRONG: { kind: 'system', retryable: false, meaning: 'The passphrase does not open the key.' },
  ERR_KEY_CIPHER: {
    kind: 'system',
    retryable: false,
    meaning: 'The key is encrypted in a way that cannot be opened here.',
  },
  ERR_KEY_AMBIGUOUS: {
    kind: 'system',
    retryable: false,
    meaning: 'There are several keys, and it is not clear which one to use.',
  },
  ERR_KEY_NAME_UNKNOWN: { kind: 'system', retryable: false, meaning: 'No key has the given key name.' },
  ERR_KEY_ID_MISSING: {
    kind: 'system',
    retryable: false,
    meaning: 'There is neither a key id (kid) nor a certificate.',
  },
  ERR_KEY_ID_UNKNOWN: { kind: 'system', retryable: false, meaning: 'No key in the JWKS has the given key id.' },
  ERR_KEY_IN_CERTIFICATE: {
    kind: 'system',
    retryable: false,
    meaning: 'A private key was pasted into the field for certificates, which is not kept secret.',
  },
  ERR_CERTIFICATE_UNREADABLE: { kind: 'system', retryable: false, meaning: 'A certificate cannot be read.' },
  ERR_CERTIFICATE_MISMATCH: { kind: 'system', retryable: false, meaning: 'No certificate belongs to the private key.' },
  ERR_CERTIFICATE_EXPIRED: { kind: 'system', retryable: false, meaning: 'The certificate has expired.' },
  ERR_CERTIFICATE_NOT_YET_VALID: { kind: 'system', retryable: false, meaning: 'The certificate is not valid yet.' },
  ERR_TOKEN_REFUSED: { kind: 'system', retryable: false, meaning: 'Maskinporten refused to issue a token.' },
  ERR_UNAUTHORIZED: {
    kind: 'system',
    retryable: false,
    meaning: 'The service did not accept the token or the Fiks integration.',
  },
  ERR_FORBIDDEN: {
    kind: 'system',
    retryable: false,
    meaning: 'The integration or organisation lacks the right to do this.',
  },
  ERR_NOT_FOUND: { kind: 'system', retryable: false, meaning: 'The service has nothing at that address.' },
  ERR_REFUSED: { kind: 'business', retryable: false, meaning: 'The service refused the request as invalid.' },
  ERR_THROTTLED: {
    kind: 'system',
    retryable: true,
    meaning: 'The service asked us to slow down, and still did after retries.',
  },
  ERR_SERVICE_FAILURE: {
    kind: 'system',
    retryable: true,
    meaning: 'The service failed (5xx), and still did after retries.',
  },
  ERR_UNEXPECTED_ANSWER: {
    kind: 'system',
    retryable: true,
    meaning: 'The answer was not what the service documents, for example a web page.',
  },
  ERR_UNREACHABLE: { kind: 'system', retryable: true, meaning: 'No connection could be made.' },
  ERR_CONNECTION_LOST: {
    kind: 'system',
    retryable: true,
    meaning: 'The connection broke before a whole answer had come.',
  },
  ERR_TIMEOUT: { kind: 'system', retryable: true, meaning: 'No answer came in time.' },
  ERR_CANCELLED: { kind: 'system', retryable: true, meaning: 'The run was stopped.' },
  ERR_API_VERSION_UNAVAILABLE: {
    kind: 'system',
    retryable: false,
    meaning: "SvarUt's version 3 is not available in this environment.",
  },
  ERR_LETTER_OUTCOME_UNKNOWN: {
    kind: 'system',
    retryable: true,
    meaning: 'It could not be found out whether SvarUt took the letter. Running again looks it up first.',
  },
  ERR_ENCRYPTION_KEY: {
    kind: 'system',
    retryable: false,
    meaning: 'The key that SvarUt gives out for encryption cannot be used. Nothing was sent.',
  },
  ERR_HANDLE_MANUALLY: {
    kind: 'business',
    retryable: false,
    meaning: 'A letter may not go to this person by itself. A caseworker must look at the case.',
  },
  ERR_SENDING_OFF: {
    kind: 'system',
    retryable: false,
    meaning: 'The credential does not allow letters to be sent in production.',
  },
  ERR_REDIRECTED: {
    kind: 'system',
    retryable: false,
    meaning: 'The credential redirects all letters, and this one cannot be redirected.',
  },
  ERR_PAUSED: {
    kind: 'business',
    retryable: false,
    meaning: 'A pilot has sent as many letters as it was allowed to. Look at them; then run again to send more.',
  },
  ERR_REFERENCE_IN_USE: {
    kind: 'business',
    retryable: false,
    meaning: 'The same reference was used for another letter in this run.',
  },
  ERR_NOT_ALLOWED_FOR_AI: {
    kind: 'business',
    retryable: false,
    meaning: 'Sending letters is not offered to AI agents.',
  },
  ERR_PLACE_NOT_KEPT: {
    kind: 'system',
    retryable: false,
    meaning: 'Where a trigger has come to could not be stored, or cannot be read.',
  },
  ERR_INTERNAL: { kind: 'system', retryable: false, meaning: 'A fault in these nodes. Please report it.' },
} as const satisfies Record<string, { kind: 'business' | 'system'; retryable: boolean; meaning: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;
