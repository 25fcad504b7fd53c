import {
  ControllerRemovalResponse,
  Message,
  message,
  RemovalPath,
} from '@lbc-backstage/plugin-lbc-common';
import { apiMessage } from '../store/summary';
import { readClusterWhatIf } from './clusterWhatIf';
import { maySeeReport } from './readiness';
import type { AddRoute } from './types';

type ApiPath = NonNullable<ControllerRemovalResponse['path']>;

function commandsOf(commands: RemovalPath['waiting']['commands']) {
  return commands.map(each => ({ ...each, purpose: apiMessage(each.purpose) }));
}

function pathOf(path: RemovalPath): ApiPath {
  const say = (messages: readonly Message[]) => messages.map(apiMessage);
  return {
    verdict: path.verdict,
    because: apiMessage(path.because),
    gates: path.gates.map(gate => ({
      ...gate,
      because: apiMessage(gate.because),
      notSeen: say(gate.notSeen),
      commands: commandsOf(gate.commands),
    })),
    steps: path.steps.map(step => ({
      ...step,
      message: apiMessage(step.message),
      checks: commandsOf(step.checks),
      commands: commandsOf(step.commands),
    })),
    waiting: {
      message: apiMessage(path.waiting.message),
      sources: path.waiting.sources,
      commands: commandsOf(path.waiting.commands),
    },
    leftovers: path.leftovers.map(each => ({
      ...each,
      because: apiMessage(each.because),
      blockers: say(each.blockers),
      checks: commandsOf(each.checks),
      commands: commandsOf(each.commands),
    })),
    cost: { ...path.cost, unknown: say(path.cost.unknown) },
  };
}

/**
 * `GET /controllers/:cluster/removal`: what stays, hangs and leaks if the
 * controller goes now, and the way to remove it: what must be zero first, in
 * which order, how to see that AWS is empty, and what stays behind.
 */
export const addControllerRemoval: AddRoute = (router, context) => {
  router.get('/controllers/:cluster/removal', async (req, res) => {
    const { cluster } = req.params;
    const whatIf = await readClusterWhatIf(req, context, {
      cluster,
      asked: { scenario: 'controller-goes' },
    });
    const credentials = await context.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    // It counts and names everything in the cluster.
    const path = (await maySeeReport(context, credentials))
      ? (await context.removalPaths.assess(cluster)) ??
        message('removal-path.not-read', { cluster })
      : message('removal-path.not-permitted');
    const body: ControllerRemovalResponse = {
      ...whatIf,
      cluster,
      ...('code' in path
        ? { noPath: apiMessage(path) }
        : { path: pathOf(path) }),
    };
    res.json(body);
  });
};
