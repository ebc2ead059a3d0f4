/**
 * Loaded before n8n: a copy of all it writes to its standard output and error goes to the file in KEEP_OUTPUT.
 */
const { appendFileSync } = require('node:fs');

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream);
  stream.write = (chunk, ...rest) => {
    appendFileSync(process.env.KEEP_OUTPUT, chunk);
    return write(chunk, ...rest);
  };
}
