import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, readiness, responses } from '../../__fixtures__';
import { violationsIn } from '../../__testUtils__/axe';
import { renderReadiness } from '../../__testUtils__/renderContent';

function apiOf(answer: keyof typeof readiness): FixtureApi {
  const api = new FixtureApi(responses.inService);
  api.readiness = readiness[answer];
  return api;
}

async function group(name: string) {
  return screen.findByRole('region', { name });
}

describe('the target', () => {
  it('is the proposed one by itself, with why', async () => {
    const api = apiOf('ready');
    const asked = jest.spyOn(api, 'getEntityReadiness');
    renderReadiness(api);
    const picker = await screen.findByRole('combobox', { name: 'Target' });
    expect(picker).toHaveValue('target=v3.5.0');
    expect(asked.mock.calls[0][0]).toMatchObject({ target: undefined });
    expect(screen.getByTestId('address')).toHaveTextContent('');
    expect(
      within(picker)
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual(['v3.5.0 (proposed)', 'v3.4.3', 'Kubernetes 1.35']);
    expect(screen.getByText('Proposed:').parentElement).toHaveTextContent(
      /The newest that fits Kubernetes 1\.34/,
    );
  });

  it('is in the address, so that a link has it', async () => {
    const api = apiOf('ready');
    const asked = jest.spyOn(api, 'getEntityReadiness');
    renderReadiness(api);
    const picker = await screen.findByRole('combobox', { name: 'Target' });
    await userEvent.selectOptions(picker, 'kubernetes=1.35');
    expect(screen.getByTestId('address')).toHaveTextContent(
      /^\?kubernetes=1\.35$/,
    );
    expect(picker).toHaveValue('kubernetes=1.35');
    expect(
      screen.getByText('Working it out for Kubernetes 1.35'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(asked.mock.lastCall?.[0]).toMatchObject({
        target: { kind: 'kubernetes', version: '1.35' },
      }),
    );
    await userEvent.selectOptions(picker, 'target=v3.4.3');
    expect(screen.getByTestId('address')).toHaveTextContent(
      /^\?target=v3\.4\.3$/,
    );
  });

  it('comes from the address', async () => {
    const api = apiOf('ready');
    const asked = jest.spyOn(api, 'getEntityReadiness');
    renderReadiness(api, { path: '/?target=v3.1.0' });
    const picker = await screen.findByRole('combobox', { name: 'Target' });
    expect(asked.mock.calls[0][0]).toMatchObject({
      target: { kind: 'controller', version: 'v3.1.0' },
    });
    // Also one that nobody proposes.
    expect(picker).toHaveValue('target=v3.1.0');
  });

  it('may be any release, in the ladder or not', async () => {
    renderReadiness(readiness.ready);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'All targets, and why or why not',
      }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Another target' }),
      '2.18.0{Enter}',
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      /^\?target=v2\.18\.0$/,
    );
  });

  it('says why and why not of all', async () => {
    renderReadiness(readiness.ready);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'All targets, and why or why not',
      }),
    );
    expect(
      screen.getByRole('table', { name: 'All targets, and why or why not' }),
    ).toHaveTextContent(/v3\.4\.3.*#4512/);
  });
});

describe('the findings', () => {
  it('are grouped by what to do, with code, evidence, who, snippet and command', async () => {
    renderReadiness(readiness.notReady);
    const before = await group('Before');
    const [iam, pending] = within(before)
      .getAllByText(/^LBC-/)
      .map(code => code.closest('li') as HTMLElement);
    expect(pending).toHaveTextContent('LBC-PENDING-002');
    expect(iam).toHaveTextContent(/^to fixThe role lbc lacks one action/);
    expect(iam).toHaveTextContent('Seen');
    expect(iam).toHaveTextContent('Platform: ');
    expect(iam).toHaveTextContent('To add, as it is');
    expect(iam).toHaveTextContent('"elasticloadbalancing:SetRulePriorities"');
    expect(
      within(iam).getByRole('button', { name: 'Copy the block' }),
    ).toBeVisible();
    expect(iam).toHaveTextContent('aws iam list-attached-role-policies');
    expect(await group('During')).toHaveTextContent('LBC-ROLLOUT-001');
    expect(await group('After')).toHaveTextContent('LBC-CRD-004');
    expect(await group('Unknown')).toHaveTextContent('LBC-VALUES-001');
  });

  it('say of an unknown whether it keeps the verdict from being given', async () => {
    renderReadiness(readiness.cannotDetermine);
    expect(await group('Unknown')).toHaveTextContent(
      'keeps the verdict from being given',
    );
    expect(await group('Before')).toHaveTextContent('Nothing.');
  });

  it('are counted where they passed, and shown on request', async () => {
    renderReadiness(readiness.ready);
    const passed = await group('Passed');
    expect(passed).not.toHaveTextContent('LBC-');
    await userEvent.click(
      within(passed).getByRole('button', { name: '2 checks passed' }),
    );
    expect(passed).toHaveTextContent('LBC-KUBERNETES-001');
    await userEvent.click(
      within(passed).getByRole('button', { name: '1 check does not apply' }),
    );
    expect(passed).toHaveTextContent('LBC-AUTO-001');
  });

  it('show whose word an attested one rests on', async () => {
    renderReadiness(readiness.warnings);
    expect(await group('Before')).toHaveTextContent(
      /Attested by amina 2 d ago, until today .*: “No SCP of ours names/,
    );
  });
});

describe('the attestation', () => {
  it('asks for a reason, is given for this target, and looks again', async () => {
    const api = apiOf('cannotDetermine');
    const attest = jest.spyOn(api, 'attest');
    const asked = jest.spyOn(api, 'getEntityReadiness');
    renderReadiness(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Attest LBC-VALUES-001' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Attest what the portal could not see',
    });
    expect(dialog).toHaveTextContent(
      'turns this unknown into a warning for prod-1 and v3.5.0, never into a pass',
    );
    expect(await violationsIn(dialog)).toEqual([]);
    const confirm = within(dialog).getByRole('button', {
      name: 'I attest this',
    });
    await userEvent.click(confirm);
    expect(dialog).toHaveTextContent('this is required');
    expect(attest).not.toHaveBeenCalled();

    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /What do you know/ }),
      'I looked. ',
    );
    await userEvent.selectOptions(
      within(dialog).getByRole('combobox', { name: 'Holds for' }),
      '1 day',
    );
    const before = asked.mock.calls.length;
    await userEvent.click(confirm);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(attest).toHaveBeenCalledWith({
      cluster: 'prod-1',
      target: { kind: 'controller', version: 'v3.5.0' },
      check: 'LBC-VALUES-001',
      why: 'I looked.',
      expiresAt: expect.any(String),
    });
    const days =
      (Date.parse(attest.mock.calls[0][0].expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(1);
    await waitFor(() =>
      expect(asked.mock.calls.length).toBeGreaterThan(before),
    );
  });

  it('says what was in the way, and keeps what was written', async () => {
    const api = apiOf('cannotDetermine');
    jest.spyOn(api, 'attest').mockRejectedValue(new Error('Not yours.'));
    renderReadiness(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Attest LBC-VALUES-001' }),
    );
    const reason = await screen.findByRole('textbox', {
      name: /What do you know/,
    });
    await userEvent.type(reason, 'Known');
    await userEvent.click(
      screen.getByRole('button', { name: 'I attest this' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It could not be attested: Not yours.',
    );
    expect(reason).toHaveValue('Known');
  });
});

describe('the plan', () => {
  it('is in order, with reasons, who acts, and what each command does', async () => {
    renderReadiness(readiness.notReady);
    const plan = await screen.findByRole('region', { name: 'Plan' });
    const steps = within(plan).getAllByRole('listitem');
    expect(steps.map(step => step.dataset.phase)).toEqual([
      'baseline',
      'iam',
      'upgrade',
      'rollback',
    ]);
    expect(steps[0]).toHaveTextContent('only reads');
    expect(steps[1]).toHaveTextContent(/^IAM · Platform:/);
    expect(steps[1]).toHaveTextContent('Because: ');
    expect(steps[1]).toHaveTextContent('LBC-IAM-001');
    expect(steps[1]).toHaveTextContent('changes something');
    expect(steps[2]).toHaveTextContent(/^Upgrade to v3\.5\.0 · Platform:/);
  });

  it('is copied as Markdown and as a checklist', async () => {
    const user = userEvent.setup();
    renderReadiness(readiness.notReady);
    await user.click(
      await screen.findByRole('button', { name: 'Copy as Markdown' }),
    );
    expect(await screen.findByText('Copied')).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Copy as a checklist' }),
    );
  });

  it('says so where there is none', async () => {
    renderReadiness(readiness.cannotDetermine);
    expect(
      await screen.findByText(/There is no plan, as nothing is known/),
    ).toBeVisible();
  });
});

describe('the rehearsal and the removal', () => {
  it('says where the target already runs, and how like this one', async () => {
    renderReadiness(readiness.ready);
    const rehearsal = await screen.findByRole('region', { name: 'Rehearsal' });
    expect(rehearsal).toHaveTextContent(
      'staging-eu runs v3.5.0 for 12 d·verified·covers 9 of your 11 features · Kubernetes 1.35 there, 1.34 here',
    );
  });

  it('says that nobody rehearsed it', async () => {
    renderReadiness(readiness.cannotDetermine);
    expect(
      await screen.findByText(
        'No other cluster of this portal runs v3.5.0, so nothing rehearsed it.',
      ),
    ).toBeVisible();
  });

  it('leads to what removing the controller would leave', async () => {
    renderReadiness(readiness.ready);
    expect(
      await screen.findByRole('link', {
        name: 'What removing the controller would leave',
      }),
    ).toHaveAttribute('href', expect.stringContaining('cluster=prod-1'));
  });
});
