/** What is drawn by lot, each with a number of its own; those far apart are followed by one for each home, member or series. */
export const MATTER = {
  family: 1,
  old: 2,
  familyName: 3,
  oldName: 4,
  firstName: 10,
  home: 20,
  moved: 30,
  protection: 40,
  contact: 50,
  series: 100,
} as const;
