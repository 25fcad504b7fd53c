const HEADING = /^#\s+(.+)$/m;
const STEP = /^##\s+(\S+)\s*$/gm;

/** The first heading of a recording's README, without the recording's name before it. */
export function titleOf(readme: string, name: string): string | undefined {
  const title = HEADING.exec(readme)?.[1].trim();
  const prefix = `${name}:`;
  const text = title?.startsWith(prefix)
    ? title.slice(prefix.length).trim()
    : title;
  return text || undefined;
}

/** What a README says was done to get to each step: the paragraph that begins with "Done:". */
export function stepDescriptions(readme: string): Map<string, string> {
  const starts = [...readme.matchAll(STEP)];
  const result = new Map<string, string>();
  starts.forEach((start, index) => {
    const end = starts[index + 1]?.index ?? readme.length;
    const section = readme.slice(start.index, end);
    const [, rest] = section.split(/^Done:/m);
    const done = rest?.split(/\n\s*\n/)[0].trim();
    if (done) {
      result.set(start[1], done.replace(/\s+/g, ' '));
    }
  });
  return result;
}

/** A step's name as a sentence: `02-controller-gone` is "Controller gone". */
export function stepTitle(name: string): string {
  const words = name.replace(/^\d+-/, '').replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
