import { InputError } from '@backstage/errors';
import { Knowledge, standingOf } from '@lbc-backstage/plugin-lbc-common';

/** Finds a release by its text; `unknown` is the sentence that says why not. */
export function findRelease(
  knowledge: Knowledge,
  asked: { name: string; text: string },
): { version: string } | { unknown: string } {
  const { name, text } = asked;
  const found = standingOf(text, knowledge.releases);
  switch (found.standing) {
    case 'known':
      return { version: found.release.version };
    case 'unreadable':
      throw new InputError(
        `${name} is "${text}", which is no release: write it as it is tagged, as in v2.13.0`,
      );
    case 'rebuild':
      return {
        unknown: `${name} is ${text}, a build of ${found.release.version} that somebody else made: what was changed in it is not known. Ask for ${found.release.version} if it is that with nothing changed`,
      };
    case 'newer':
      return {
        unknown: `${name} is ${text}, which is newer than all that is known: the newest is ${found.newest}`,
      };
    case 'older':
      return {
        unknown: `${name} is ${text}, which is older than all that is known: the oldest is ${found.oldest}`,
      };
    default:
      return {
        unknown: `${name} is ${text}, which is none of the releases that are known: GET /knowledge/releases lists them`,
      };
  }
}
