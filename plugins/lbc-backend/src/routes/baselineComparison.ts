import { InputError } from '@backstage/errors';
import {
  BaselineInfo,
  ComparisonReport,
  lbcFleetReadPermission,
  message,
} from '@lbc-backstage/plugin-lbc-common';
import type { Request, Response } from 'express';
import type { ComparisonState } from '../store/baselines/types';
import { baselineOf } from './baseline';
import { comparisonHtml } from './comparisonHtml';
import { readName } from './query';
import type { AddRoute, RouteContext } from './types';

const LONGEST_WAIT_SECONDS = 60;
const LOOK_EVERY_MS = 500;

/** What is to be said of a comparison, however far it is. */
export function reportOf(
  baseline: BaselineInfo,
  state: ComparisonState | undefined,
  now: number,
): ComparisonReport {
  if (state?.report) {
    return { baseline, ...state.report };
  }
  const { stacksDone, stacksTotal } = state?.info.progress ?? {
    stacksDone: 0,
    stacksTotal: 0,
  };
  const awaited =
    stacksTotal === 0
      ? message('verification.awaited.sweeps')
      : message('verification.awaited.comparison', {
          done: stacksDone,
          total: stacksTotal,
        });
  const because = state ? awaited : message('verification.note.no-comparison');
  return {
    baseline,
    verdict: state ? 'settling' : 'cannot-tell',
    because,
    stacks: [],
    cluster: [],
    notes: [because],
    comparedAt: state?.info.startedAt ?? new Date(now).toISOString(),
  };
}

function waitSecondsOf(req: Request): number {
  const text = readName(req, 'wait') ?? '0';
  const seconds = Number(text.replace(/s$/, ''));
  if (!(seconds >= 0 && seconds <= LONGEST_WAIT_SECONDS)) {
    throw new InputError(
      `wait is "${text}": give seconds from 0 to ${LONGEST_WAIT_SECONDS}, and ask again after that`,
    );
  }
  return seconds;
}

/** Looks into the store until a comparison is there; nothing is called. */
async function waitFor(
  { baselines }: RouteContext,
  options: { id: string; seconds: number; res: Response },
): Promise<ComparisonState | undefined> {
  const { id, seconds, res } = options;
  const endsAt = performance.now() + seconds * 1_000;
  let state = await baselines.comparison(id);
  while (
    state &&
    !state.report &&
    performance.now() < endsAt &&
    !res.destroyed
  ) {
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
    state = await baselines.comparison(id);
  }
  return state;
}

/** `GET /baselines/:id/comparison` and `GET /baselines/:id/comparison.html` */
export const addBaselineComparison: AddRoute = (router, context) => {
  const answer = async (req: Request, res: Response) => {
    const { authorizer, httpAuth, now } = context;
    const seconds = waitSecondsOf(req);
    const format = readName(req, 'format') ?? 'json';
    if (format !== 'json' && format !== 'html') {
      throw new InputError(`format is "${format}": give json or html`);
    }
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcFleetReadPermission, credentials);
    const baseline = await baselineOf(context, req);
    const state = await waitFor(context, { id: baseline.id, seconds, res });
    const report = reportOf(baseline, state, now());
    if (format === 'html' || req.path.endsWith('.html')) {
      res
        .set(
          'Content-Security-Policy',
          "default-src 'none'; style-src 'unsafe-inline'",
        )
        .type('html')
        .send(comparisonHtml(report));
    } else {
      res.json(report);
    }
  };
  router.get('/baselines/:id/comparison', answer);
  router.get('/baselines/:id/comparison.html', answer);
};
