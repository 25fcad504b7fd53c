import { renderInTestApp } from '@backstage/test-utils';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { ago, inService } from '../../__fixtures__';
import { ConvergenceText } from './ConvergenceText';

type Convergence = NonNullable<SubjectDetail['owners'][number]['convergence']>;

async function say(convergence: Convergence): Promise<string> {
  const [owner] = inService.owners;
  const { container } = await renderInTestApp(
    <div data-testid="it">
      <ConvergenceText owner={{ ...owner, convergence }} />
    </div>,
  );
  return container.querySelector('[data-testid="it"]')?.textContent ?? '';
}

describe('ConvergenceText', () => {
  const specChangedAt = ago(25, 'min');

  it('says when it was applied, and how long that took', async () => {
    expect(
      await say({
        state: 'applied',
        specChangedAt,
        appliedAt: ago(24, 'min'),
        lagSeconds: 58,
        failures: 2,
        lastFailure: { reason: 'FailedDeployModel', at: ago(24, 'min') },
      }),
    ).toMatch(
      /^spec changed .+, applied .+ \(58 s\) · 2 failures \(last FailedDeployModel\)$/,
    );
  });

  it('says that it was not applied, or that no success was seen', async () => {
    const failing = await say({
      state: 'failing',
      specChangedAt,
      failures: 1,
      lastFailure: { reason: 'FailedBuildModel', at: ago(20, 'min') },
    });
    expect(failing).toMatch(
      /not applied yet since 25 min · one failure \(FailedBuildModel\)$/,
    );
  });

  it('says that nothing is known where Events are not read', async () => {
    expect(await say({ state: 'unknown', specChangedAt, failures: 0 })).toMatch(
      /not known if applied$/,
    );
    expect(await say({ state: 'unknown', failures: 0 })).toBe('not known');
  });
});
