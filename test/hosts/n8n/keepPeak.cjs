/**
 * Loaded before n8n: the most memory the process has taken when it begins to print the record of an execution goes to the file
 * in KEEP_PEAK, in megabytes. What printing takes is of no concern to a server, which prints none.
 */
const { writeFileSync } = require('node:fs');
const { setInterval } = require('node:timers');

const RECORD = 1_000_000;

let peak = 0;
setInterval(() => (peak = process.resourceUsage().maxRSS), 10).unref();

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (chunk, ...rest) => {
  if (chunk.length > RECORD) writeFileSync(process.env.KEEP_PEAK, String(Math.round(peak / 1024)));
  return write(chunk, ...rest);
};
