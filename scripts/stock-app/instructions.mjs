// What the READMEs of the packages tell a person to add to their Backstage.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '../lib/paths.mjs';

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;

/**
 * The packages to add to each side, the lines of the backend's index.ts, the
 * configuration, and the classic entity page: its import and its elements.
 */
export function instructions() {
  const backend = blocksUnder('lbc-backend', 'Installation');
  const page = blocksUnder('lbc', 'Install');
  const [tsx] = oneOf(page, 'tsx').split(/\n\n(?=<)/, 1);
  return {
    packages: {
      backend: added(oneOf(backend, ''), 'backend'),
      app: added(oneOf(page, 'sh'), 'app'),
    },
    backendLines: oneOf(backend, 'ts')
      .split('\n')
      .filter(line => line.startsWith('backend.add(')),
    config: blocksUnder('lbc-backend', 'Configuration').find(
      ({ language }) => language === 'yaml',
    ).text,
    classic: {
      imports: tsx,
      elements: oneOf(page, 'tsx')
        .slice(tsx.length)
        .split(/;(?:\n|$)/)
        .map(element => element.trim())
        .filter(Boolean),
    },
  };
}

/** The fenced blocks of a section of a plugin's README. */
function blocksUnder(plugin, heading) {
  const text = readFileSync(
    resolve(root, 'plugins', plugin, 'README.md'),
    'utf8',
  );
  const sections = text.split(/^## /m);
  const section = sections.find(each => each.startsWith(`${heading}\n`));
  if (!section) {
    throw new Error(`The README of ${plugin} has no section "${heading}".`);
  }
  return [...section.matchAll(FENCE)].map(([, language, block]) => ({
    language,
    text: block.trim(),
  }));
}

function oneOf(blocks, language) {
  const block = blocks.find(each => each.language === language);
  if (!block) {
    throw new Error(`A README has no block of "${language}" where one was.`);
  }
  return block.text;
}

/** The package of `yarn --cwd packages/SIDE add NAME`. */
function added(line, side) {
  const name = line.match(`^yarn --cwd packages/${side} add (\\S+)$`)?.[1];
  if (!name) {
    throw new Error(`"${line}" does not add one package to packages/${side}.`);
  }
  return name;
}
