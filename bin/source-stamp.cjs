const { createHash } = require('node:crypto');
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

const STAMP = 'made-from';

/** What a folder looks like from outside: the name, the size and the time of change of every file in it. */
function stampOf(folder) {
  const hash = createHash('sha256');
  const walk = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const each = join(path, entry.name);
      if (entry.isDirectory()) walk(each);
      else {
        const { size, mtimeMs } = statSync(each);
        hash.update(`${each.slice(folder.length)}\0${size}\0${mtimeMs}\n`);
      }
    }
  };
  walk(folder);
  return hash.digest('hex');
}

/** Whether `build` was made from `src` as it lies there now, in the folder of a project. */
function isBuilt(root) {
  try {
    return readFileSync(join(root, 'build', STAMP), 'utf8') === stampOf(join(root, 'src'));
  } catch {
    return false;
  }
}

module.exports = { STAMP, stampOf, isBuilt };
