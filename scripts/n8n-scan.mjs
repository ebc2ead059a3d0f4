/**
 * Runs one leg of n8n's own community-package scanner on a local folder, without publishing anything:
 *
 *   n8n-scan.mjs source <folder of the sources>     package.json, nodes/ and credentials/
 *   n8n-scan.mjs dist <folder of the unpacked tarball>     every .js that ships, and package.json
 *
 * The scanner's own command accepts only a package that is already on npm; its checks are used here as they are.
 */
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '../node_modules/@n8n/scan-community-package/scanner/scanner.mjs';

const PATTERNS = { source: SOURCE_FILE_PATTERNS, dist: ['**/*.js', 'package.json'] };

const [leg, folder] = process.argv.slice(2);
const { passed, message, details } = await analyzePackage(path.resolve(folder), PATTERNS[leg]);
if (!passed) console.log([message, stripVTControlCharacters(details ?? '')].join('\n'));
process.exit(passed ? 0 : 1);
