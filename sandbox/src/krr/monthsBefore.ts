export const monthsBefore = (day: Date, months: number): Date => {
  const moment = new Date(day);
  // From the 28th on, subtracting months could land in the month after; the exact day does not matter here.
  moment.setUTCDate(Math.min(moment.getUTCDate(), 28));
  moment.setUTCMonth(moment.getUTCMonth() - months);
  return moment;
};
