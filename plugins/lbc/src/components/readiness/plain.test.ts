import { renderMessage } from '@lbc-backstage/plugin-lbc-common';
import { readiness } from '../../__fixtures__';
import type { Text } from '../../text';
import { asText } from './asText';
import { countFindings, groupFindings, saidOnce } from './findings/groups';
import { iamFinding } from '../../__fixtures__/readiness';
import { targetKey } from './names';
import { targetFrom, targetsOf } from './verdict/targets';

const text: Text = {
  say: message => renderMessage(message),
  when: iso => iso,
  ago: iso => iso,
  span: iso => iso,
};

describe('findings', () => {
  const { findings } = readiness.notReady.clusters[0].report ?? {
    findings: [],
  };

  it('are counted by what to do', () => {
    expect(countFindings(findings)).toEqual([
      { group: 'before', count: 2 },
      { group: 'during', count: 1 },
      { group: 'after', count: 1 },
      { group: 'unknown', count: 1 },
      { group: 'passed', count: 2 },
    ]);
  });

  it('say once what several of one check say', () => {
    const other = { ...iamFinding, code: 'LBC-IAM-002' };
    const [first, second, third] = saidOnce([iamFinding, iamFinding, other]);
    expect(first).toEqual(iamFinding);
    expect(second).toMatchObject({
      message: iamFinding.message,
      commands: [],
      remedy: [],
    });
    expect(second.snippet).toBeUndefined();
    expect(third).toEqual(other);
  });

  it('lose none', () => {
    const { groups, passed, notApplicable } = groupFindings(findings);
    expect(
      [...Object.values(groups), passed, notApplicable].flat(),
    ).toHaveLength(findings.length);
  });
});

describe('targets', () => {
  it.each([
    ['v3.5.0', 'target=v3.5.0'],
    [' 3.5.0 ', 'target=v3.5.0'],
    ['1.35', 'kubernetes=1.35'],
    ['Kubernetes 1.35', 'kubernetes=1.35'],
  ])('are read as people write them: %s', (written, key) => {
    const target = targetFrom(written);
    expect(target && targetKey(target)).toBe(key);
  });

  it.each(['', 'newest', '3', '2.17', 'v3.5', 'v3.5.0 or so'])(
    'are not guessed: %s',
    written => expect(targetFrom(written)).toBeUndefined(),
  );

  it('are listed once, newest first, the chosen one among them', () => {
    const because = { code: 'drift.kind.ignored' } as const;
    const all = targetsOf({
      chosen: { kind: 'controller', version: '2.9.0' },
      proposals: ['v2.10.0', 'v2.9.0', 'v3.0.0'].map(version => ({
        target: { kind: 'controller', version },
        best: false,
        because,
      })),
    });
    expect(all.controller.map(targetKey)).toEqual([
      'target=v3.0.0',
      'target=v2.10.0',
      'target=v2.9.0',
    ]);
    expect(all.kubernetes).toEqual([]);
  });
});

describe('the tab as text', () => {
  const say = (answer: keyof typeof readiness) =>
    asText(readiness[answer], 'component:default/checkout', text, {
      title: 'Upgrade readiness',
      validUntil: 'Valid until',
      passed: count => `${count} passed`,
      verdict: verdict => verdict,
      effect: effect => effect,
      group: group => group,
      target: ({ version }) => version,
      rehearsal: verdict => verdict,
    });

  it('has the effect first, the verdict, and what is to be done', () => {
    expect(say('notReady')).toMatch(
      /^Upgrade readiness: component:default\/checkout · .*\n\nprod-1 → v3\.5\.0\nnone\tIngress shop\/web\t.*\n\nnot-ready: /,
    );
    expect(say('notReady')).toMatch(/before\tLBC-IAM-001\tThe role lbc lacks/);
    expect(say('notReady')).toMatch(/2 passed/);
  });

  it('says no more than the reader may see', () => {
    expect(say('denied')).toMatch(/none\tIngress shop\/web\t.*$/);
  });
});
