/**
 * Loaded before Node-RED's scorecard (node -r), so that it runs where it cannot reach what it asks: the flow library's
 * catalogue (P08, N01) is answered with an empty list, so these two prove nothing here; what it wants to know about the
 * node-red package (P06, P07) is asked through the npm client, which knows the registry this machine uses.
 */
const { execFileSync } = require('node:child_process');
const Module = require('node:module');

const view = (spec, field) =>
  JSON.parse(
    execFileSync('npm', ['view', spec, field, '--json', '--loglevel=error'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }),
  );

const nodeRedMetadata = () => {
  const tags = view('node-red', 'dist-tags');
  const engines = view(`node-red@${tags.latest}`, 'engines');
  return { 'dist-tags': tags, versions: { [tags.latest]: { engines } } };
};

const answered = new WeakSet();

const answerLocally = (axios) => {
  const get = axios.get.bind(axios);
  axios.get = async (url, ...rest) => {
    if (url.includes('catalogue.nodered.org')) return { data: { modules: [] } };
    if (/^https:\/\/[^/]+\/node-red$/.test(url)) return { data: nodeRedMetadata() };
    return get(url, ...rest);
  };
};

const load = Module.prototype.require;
Module.prototype.require = function (id) {
  const loaded = load.call(this, id);
  if (id === 'axios' && !answered.has(loaded)) {
    answered.add(loaded);
    answerLocally(loaded);
  }
  return loaded;
};
