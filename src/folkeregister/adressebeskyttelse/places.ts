/**
 * Places and their grades, wherever in a document they stand (fact sheet folkeregister §5.2, §9).
 */

/** What an address is called, today and in a part that is new to us. */
const PLACE = /adresse|bosted|oppholdssted|poststed|postnummer|matrikkel/i;

const GRADES: ReadonlySet<string> = new Set(['adressegradering', 'graderingsnivaa']);

type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only the register's own word, in whatever case, opens; no grade is unknown. */
export const isOpenGrade = (grade: unknown): boolean =>
  typeof grade === 'string' && grade.trim().toLowerCase() === 'ugradert';

export const isPlace = (name: string): boolean => !GRADES.has(name) && PLACE.test(name);

export const isGradedOpen = (value: unknown): boolean => isFields(value) && isOpenGrade(value.adressegradering);

/** @param change what becomes of a field; undefined leaves it out */
const changeFields = (fields: Fields, change: (name: string, inner: unknown) => unknown): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, inner]) => {
      const changed = change(name, inner);
      return changed === undefined ? [] : [[name, changed]];
    }),
  );

const gradedOpenOf = (place: unknown): unknown => {
  if (Array.isArray(place)) return place.filter(isGradedOpen);
  return isGradedOpen(place) ? place : undefined;
};

/**
 * What is graded must be graded open, and a place must stand in something that is.
 * @param open whether what it stands in is
 * @returns undefined where nothing of it may be shown
 */
export const withoutClosedPlaces = (value: unknown, open: boolean): unknown => {
  if (Array.isArray(value))
    return value.map((one) => withoutClosedPlaces(one, open)).filter((one) => one !== undefined);
  if (!isFields(value)) return value;
  const { adressegradering } = value;
  if (adressegradering !== undefined && !isOpenGrade(adressegradering)) return undefined;
  const opened = open || isGradedOpen(value);
  return changeFields(value, (name, inner) =>
    withoutClosedPlaces(opened || !isPlace(name) ? inner : gradedOpenOf(inner), opened),
  );
};

const withoutClosedGrades = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutClosedGrades);
  if (!isFields(value)) return value;
  return changeFields(value, (name, inner) =>
    GRADES.has(name) && !isOpenGrade(inner) ? undefined : withoutClosedGrades(inner),
  );
};

/** Without any grade that tells of a protection. */
export const withoutGrades = (fields: Fields): Record<string, unknown> => ({
  ...(withoutClosedGrades(fields) as Fields),
});
