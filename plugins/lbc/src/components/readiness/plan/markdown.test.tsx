import { MarkdownContent } from '@backstage/core-components';
import { planMarkdown } from '@lbc-backstage/plugin-lbc-common';
import { renderInTestApp } from '@backstage/test-utils';
import { readiness } from '../../../__fixtures__';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</li></ol><script>alert(1)</script>',
  '](javascript:alert(1)) ![x](http://attacker.example/x.png)',
  '\n\n# heading\n\n[x]: http://attacker.example\n\n[x]',
  '```\n# heading\n```',
  '\r# heading\r\r<b>x</b>',
  'http://attacker.example/ www.attacker.example a@attacker.example',
  '| a | b |\n|---|---|\n| c | d |',
  '\n- [x] done\n> quote\n---',
  '&lt;b&gt; @everyone ~~x~~ **x** _x_',
  'gpj.\u202eexe',
];

/** What is there more than once, or leads somewhere, or runs. */
const MARKUP =
  'a, img, script, iframe, h3, h4, table, del, em, strong, blockquote, hr, svg, b';

const { report } = readiness.notReady.clusters[0];

it('becomes no markup in a page that renders the plan, whatever names hold', async () => {
  if (!report) {
    throw new Error('There is no report');
  }
  const planOf = (name: string) =>
    planMarkdown({
      ...report,
      cluster: name,
      because: { code: 'command.controller', params: { cluster: name } },
      plan: report.plan.map(step => ({
        ...step,
        message: { code: 'command.controller', params: { cluster: name } },
        snippet: { language: 'yaml', text: `a: 1\n${name}\nb: 2` },
      })),
    });
  const count = async (name: string) => {
    const { container, unmount } = await renderInTestApp(
      <MarkdownContent content={planOf(name)} dialect="gfm" />,
    );
    const counts = {
      markup: container.querySelectorAll(MARKUP).length,
      headings: container.querySelectorAll('h1, h2').length,
      items: container.querySelectorAll('li').length,
      // A block of code is one, however it is shown.
      codes: container.querySelectorAll('pre').length,
    };
    unmount();
    return counts;
  };
  const plain = await count('prod-1');
  expect(plain).toMatchObject({ markup: 0, headings: expect.any(Number) });
  expect(plain.codes).toBeGreaterThan(0);
  for (const name of HOSTILE) {
    expect([name, await count(name)]).toEqual([name, plain]);
  }
});
