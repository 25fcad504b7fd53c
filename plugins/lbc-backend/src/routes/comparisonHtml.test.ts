import { ComparisonReport } from '@lbc-backstage/plugin-lbc-common';
import { comparisonHtml } from './comparisonHtml';

function reportWith(text: string): ComparisonReport {
  const said = {
    code: 'command.controller',
    params: { cluster: text },
  } as const;
  const change = {
    kind: 'changed',
    path: text,
    before: text,
    after: text,
    message: said,
    cause: 'unknown',
    expected: false,
    reportedOnly: false,
  } as const;
  return {
    baseline: {
      id: 'one',
      cluster: text,
      name: text,
      by: text,
      startedAt: text,
      version: text,
      status: 'complete',
      progress: { stacksDone: 1, stacksTotal: 1 },
      notRead: [],
    },
    verdict: 'changed-unexpectedly',
    because: said,
    stacks: [
      {
        subjectId: text,
        name: text,
        owners: [{ kind: text, namespace: text, name: text }],
        verdict: 'settling',
        because: said,
        changes: [change],
        awaited: [said],
      },
    ],
    cluster: [change],
    notes: [said],
    comparedAt: text,
  };
}

const tagsOf = (html: string) => html.match(/<[^>]*>?/g);

it('holds the same tags, whatever names and tags are called', () => {
  const plain = tagsOf(comparisonHtml(reportWith('web')));
  expect(plain?.length).toBeGreaterThan(30);
  for (const text of [
    '<img src=x onerror=alert(1)>',
    '</title><script>alert(1)</script>',
    '" onload="alert(1)',
    "' onload='alert(1)",
    '</style><svg/onload=alert(1)>',
    '<!--',
    '<![CDATA[',
    '&lt;script&gt;',
    '\u0000<\u0000b>',
    'x'.repeat(256),
  ]) {
    expect([text, tagsOf(comparisonHtml(reportWith(text)))]).toEqual([
      text,
      plain,
    ]);
  }
});

it('shows markup as text, and holds no script', () => {
  const html = comparisonHtml(reportWith('<b>"&\'</b>'));
  expect(html).toContain('&#60;b&#62;&#34;&#38;&#39;&#60;/b&#62;');
  expect(html).not.toMatch(/<script|<b>"|javascript:|https?:/);
});
