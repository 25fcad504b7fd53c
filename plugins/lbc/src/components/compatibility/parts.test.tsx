import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { reports } from '../../__fixtures__';
import { violationsIn } from '../../__testUtils__/axe';
import { renderCompatibility } from '../../__testUtils__/renderContent';

const copyToClipboard = jest.fn((_text: string) => true);
jest.mock('copy-to-clipboard', () => (text: string) => copyToClipboard(text));

const card = (name: RegExp) => screen.findByRole('button', { name });
const address = () => screen.getByTestId('address').textContent;

describe('the axes', () => {
  it('are cards with name, word and sentence, and open by themselves only where something is wrong', async () => {
    renderCompatibility(reports.compatible);
    for (const name of [
      'Controller',
      'Kubernetes',
      'CRDs',
      'IAM policy',
      'RBAC',
      'Webhooks',
      'Objects',
      'Resources in AWS',
      'Other controllers',
    ]) {
      const found = await card(new RegExp(`^${name}`));
      expect(found).toHaveTextContent('compatible');
      expect(found).toHaveAttribute('aria-expanded', 'false');
    }
    expect(await card(/^Gateway API/)).toHaveTextContent('does not apply');
  });

  it('open with evidence, who does what, and commands', async () => {
    const { container } = renderCompatibility(reports.iamShort);
    expect(await card(/^IAM policy/)).toHaveAttribute('aria-expanded', 'true');
    const panel = screen.getByRole('region', { name: 'IAM policy' });
    expect(panel).toHaveTextContent('2 findings');
    expect(panel).not.toHaveTextContent('lbc-policy');
    await userEvent.click(
      within(panel).getByRole('button', {
        name: 'One thing more that is fine',
      }),
    );
    expect(panel).toHaveTextContent('lbc has one policy: lbc-policy.');
    const [verdict] = screen.getAllByRole('region', { name: 'Verdict' });
    expect(verdict).toHaveTextContent('and does not fit: IAM policy.');
    expect(panel).toHaveTextContent('iam-action-missing');
    expect(panel).toHaveTextContent('SetRulePriorities');
    expect(panel).toHaveTextContent(/AWS · \d+ min ago/);
    expect(panel).toHaveTextContent('Platform:');
    expect(
      within(panel).getByText(/aws iam list-attached-role-policies/),
    ).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('open and close by key, and the address keeps it', async () => {
    renderCompatibility(reports.compatible);
    const crds = await card(/^CRDs/);
    crds.focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('region', { name: 'CRDs' })).toHaveTextContent(
      'Nothing was found here.',
    );
    expect(decodeURIComponent(address() ?? '')).toBe(
      '?axis=prod-1/kube-system/aws-load-balancer-controller~crds',
    );
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('region', { name: 'CRDs' })).toBeNull();
  });

  it('stay closed where the reader closed them, one controller apart from the other', async () => {
    renderCompatibility(reports.two, {
      path: '/?axis=prod-1/ingress/second~crds',
    });
    expect(
      await screen.findByRole('region', { name: /^Other controllers/ }),
    ).toBeVisible();
    expect(screen.getByRole('region', { name: /^CRDs/ })).toBeVisible();
    await userEvent.click(
      screen.getAllByRole('button', { name: /^Other controllers/ })[0],
    );
    expect(
      screen.queryByRole('region', { name: /^Other controllers/ }),
    ).toBeNull();
    expect(screen.getByRole('region', { name: /^CRDs/ })).toBeVisible();
  });
});

describe('the ladder', () => {
  it('is a picture with a name, and a table of all releases', async () => {
    renderCompatibility(reports.compatible);
    const picture = await screen.findByRole('img', { name: /^Releases of/ });
    expect(
      screen.getByText(
        'The best next stop is v3.4.3. Up to there, one release changes the CRDs. Up to there, one release changes the IAM policy.',
      ),
    ).toBeVisible();
    expect(picture).toHaveTextContent('v2.17.1runs now');
    expect(picture).toHaveTextContent('v3.4.3best next stop');
    expect(picture).toHaveTextContent('v3.5.0newest');
    expect(picture).toHaveTextContent('v3.1.0avoid');
    expect(picture).toHaveTextContent('this cluster: 1.34');
    await userEvent.click(
      screen.getByRole('button', { name: 'All 13 releases as a table' }),
    );
    const table = screen.getByRole('table', { name: 'Ladder of releases' });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(14);
    expect(rows[1]).toHaveTextContent(
      'v3.5.02026-10-021.22 and up (documented)fits; its upper end is not testednewest',
    );
    expect(rows[3]).toHaveTextContent(
      'v3.2.02026-01-151.24 to 1.34 (by its client library)fits',
    );
    expect(table).toHaveTextContent('CRDs, IAM policy');
    expect(table).toHaveTextContent('avoid: #4512');
    expect(rows[13]).toHaveTextContent(
      '1.19 to 1.25 (documented)the cluster is too new for it',
    );
  });

  it('has no release that runs where the version is not known', async () => {
    renderCompatibility(reports.unknownVersion);
    const picture = await screen.findByRole('img', { name: /^Releases of/ });
    expect(picture).not.toHaveTextContent('runs now');
    expect(picture).toHaveTextContent('newest');
  });
});

describe('what the objects use', () => {
  it('is a line a feature, what needs a look first', async () => {
    const { container } = renderCompatibility(reports.needsALook);
    const table = await screen.findByRole('table', {
      name: 'What the objects use',
    });
    const [, first, removed, newer, ignored, read] =
      within(table).getAllByRole('row');
    expect(first).toHaveTextContent(
      'alb.ingress.kubernetes.io/security-groupnot knowndoes not recognise itIngress shop/webDid you mean alb.ingress.kubernetes.io/security-groups?',
    );
    expect(removed).toHaveTextContent(
      'v1.0.0 · until v1.1.9reads it no moreIngress shop/webUse alb.ingress.kubernetes.io/wafv2-acl-arn instead.',
    );
    expect(newer).toHaveTextContent('v3.0.0does not know it yet');
    expect(ignored).toHaveTextContent('ignores it here');
    expect(read).toHaveTextContent('reads itIngress shop/webIngress shop/api');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('is narrowed by what becomes of it, or has a line an object', async () => {
    renderCompatibility(reports.needsALook);
    const show = await screen.findByRole('combobox', { name: 'Show' });
    await userEvent.selectOptions(show, 'does not know it yet');
    expect(address()).toBe('?uses=not-yet');
    const table = () =>
      screen.getByRole('table', { name: 'What the objects use' });
    expect(within(table()).getAllByRole('row')).toHaveLength(2);
    expect(screen.getByText('1 of 5')).toBeVisible();
    await userEvent.selectOptions(show, 'All');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'A line for each' }),
      'Object and feature',
    );
    expect(within(table()).getAllByRole('row')).toHaveLength(7);
    expect(address()).toBe('?by=object');
  });

  it('shows nothing, and says so, where nothing in use is so', async () => {
    renderCompatibility(reports.needsALook, { path: '/?uses=unknown' });
    expect(await screen.findByText('Nothing in use is so.')).toBeVisible();
  });
});

describe('what could not be seen', () => {
  it('is told once, with the line that would let us', async () => {
    renderCompatibility(reports.notSeen);
    const section = await screen.findByRole('region', {
      name: 'What we could not see, and how to let us',
    });
    expect(section).toHaveTextContent("resources: ['clusterroles']");
    expect(section).toHaveTextContent('iam:GetRolePolicy');
    expect(section).toHaveTextContent('lbc.aws.optional.iam: true');
    await userEvent.click(
      within(section).getByRole('button', { name: 'Copy the setting' }),
    );
    expect(copyToClipboard).toHaveBeenCalledWith('lbc.aws.optional.iam: true');
    const [verdict] = screen.getAllByRole('region', { name: 'Verdict' });
    expect(verdict).toHaveTextContent('prod-1; its Kubernetes is not known');
  });
});

describe('the report, taken elsewhere', () => {
  it('is text with verdict, axes, and what is not well', async () => {
    renderCompatibility(reports.iamShort);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Copy, download or link this view',
      }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Copy as text' }),
    );
    const [text] = copyToClipboard.mock.calls.slice(-1)[0];
    expect(text).toMatch(/^Compatibility: component:default\/checkout · /);
    expect(text).toContain(
      'prod-1 / kube-system / aws-load-balancer-controller\nnot compatible: ',
    );
    expect(text).toContain('best next stop: v3.4.3');
    expect(text).toMatch(/\nIAM policy\tnot compatible\t/);
    expect(text).toContain('\tiam-action-missing\t');
  });
});
