import {
  ComparisonReport,
  Message,
  renderMessage,
  VerificationChange,
  VerificationVerdict,
} from '@lbc-backstage/plugin-lbc-common';

const VERDICTS: Record<VerificationVerdict, string> = {
  verified: 'Verified',
  'changed-as-expected': 'Changed as expected',
  'changed-unexpectedly': 'Changed unexpectedly',
  settling: 'Still settling',
  'cannot-tell': 'Cannot tell',
};

const CAUSES: Record<VerificationChange['cause'], string> = {
  owner: 'its owner',
  upgrade: 'the upgrade',
  somebody: 'somebody',
  unknown: 'unknown',
};

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}td,th{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f3f3f3}h2{margin-top:2rem}.changed-unexpectedly{color:#a4000f;font-weight:600}.verified{color:#0b6b2b}`;

/** Text that is safe between tags and in quoted attributes. */
function escape(text: string): string {
  return text.replace(
    /[&<>"'`]/g,
    character => `&#${character.charCodeAt(0)};`,
  );
}

const say = (message: Message) => escape(renderMessage(message));

function list(messages: readonly Message[]): string {
  return messages.length === 0
    ? ''
    : `<ul>${messages.map(each => `<li>${say(each)}</li>`).join('')}</ul>`;
}

function standing({ expected, reportedOnly }: VerificationChange): string {
  if (reportedOnly) {
    return 'only told';
  }
  return expected ? 'expected' : '<b>unexpected</b>';
}

function table(changes: readonly VerificationChange[]): string {
  if (changes.length === 0) {
    return '<p>No difference.</p>';
  }
  const rows = changes.map(
    change =>
      `<tr><td>${escape(change.kind)}</td><td>${say(
        change.message,
      )}</td><td>${escape(CAUSES[change.cause])}</td><td>${standing(
        change,
      )}</td><td>${escape(change.path)}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">What</th><th scope="col">Difference</th><th scope="col">By</th><th scope="col">Expected</th><th scope="col">Where</th></tr></thead><tbody>${rows.join(
    '',
  )}</tbody></table>`;
}

function verdict(of: VerificationVerdict): string {
  return `<span class="${of}">${VERDICTS[of]}</span>`;
}

/** A comparison as one page that needs nothing else; it holds no script. */
export function comparisonHtml(report: ComparisonReport): string {
  const { baseline, stacks } = report;
  const title = `${baseline.name}: ${baseline.cluster}`;
  const body = [
    `<h1>${escape(title)}</h1>`,
    `<p>${verdict(report.verdict)}. ${say(report.because)}</p>`,
    `<p>Baseline of ${escape(baseline.startedAt)} by ${escape(baseline.by)}${
      baseline.version ? `, controller ${escape(baseline.version)}` : ''
    }; compared at ${escape(report.comparedAt)}.</p>`,
    list(report.notes),
    '<h2>The cluster</h2>',
    table(report.cluster),
    ...stacks.map(
      stack =>
        `<h2>${escape(stack.name)}</h2><p>${verdict(stack.verdict)}. ${say(
          stack.because,
        )}</p><p>${escape(
          stack.owners
            .map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`)
            .join(', '),
        )}</p>${list(stack.awaited)}${table(stack.changes)}`,
    ),
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(
    title,
  )}</title><style>${STYLE}</style></head><body>${body.join('')}</body></html>`;
}
