import { MessageTemplates } from '../templates';
import { checksEnglish } from './readinessChecks';
import { planEnglish } from './readinessPlan';

const report = {
  'readiness.verdict-ready': 'Nothing stands against going to {what}.',
  'readiness.verdict-ready-unseen':
    'Nothing stands against going to {what}. {count|One thing that does not decide was|{count} things that do not decide were} not seen.',
  'readiness.verdict-warnings':
    '{count|One thing needs|{count} things need} a look before you go to {what}.',
  'readiness.verdict-not-ready':
    '{count|One thing stands|{count} things stand} against going to {what}.',
  'readiness.verdict-cannot-determine':
    '{count|One thing that decides was|{count} things that decide were} not seen. A missing answer is not a good one.',

  'readiness.target-is-current':
    'Cluster {cluster} runs {version} already: choose another target.',
  'readiness.target-unreadable':
    '“{version}” is no release of the controller: give one such as v3.5.0.',
  'readiness.target-not-known':
    'Release {version} is not known here; the newest that is known is {newest}. Add it by lbc.knowledge.files, or choose another target.',
  'readiness.target-older':
    '{version} is older than {current}, which runs in cluster {cluster}: that is the way back, and no upgrade.',
  'readiness.back-nothing':
    'Nothing is known that could not go back; the CRDs stay as they are.',
  'readiness.back-stored':
    'Objects of {crd} may be stored as {stored}, which the CRD of {version} does not have: leave the CRD as it is.',
  'readiness.back-fields':
    'The CRD of {version} would drop {fields} of {crd}: leave the CRD as it is.',
  'readiness.back-lock':
    'The two lock on different things: scale the newer one to zero before the older one starts.',
  'readiness.back-cluster-stays':
    'Load balancers that the newer release made stay, and the older one may set back or ignore what it does not know.',
  'readiness.kubernetes-unreadable':
    '“{version}” is no minor version of Kubernetes: give one such as 1.35.',
  'readiness.kubernetes-is-current':
    'Cluster {cluster} runs Kubernetes {version} already: choose another target.',
  'readiness.kubernetes-older':
    'Kubernetes {version} is older than {current}, which cluster {cluster} runs: a control plane can’t go back.',
  'readiness.no-controller':
    'No AWS Load Balancer Controller was found in cluster {cluster}: there is nothing to upgrade.',
  'readiness.controllers-not-read':
    'The Deployments of cluster {cluster} could not be read, so that nobody knows which controller runs there.',
  'readiness.auto-mode-only':
    'Cluster {cluster} runs EKS Auto Mode, which AWS upgrades: there is nothing to upgrade.',
  'readiness.no-target':
    'Nothing newer is known that fits cluster {cluster}: {version} is the best there is.',
  'readiness.no-current':
    'Which release runs in cluster {cluster} can’t be told, so that no target is proposed: choose one.',
  'readiness.cluster-not-read':
    'The portal has not read cluster {cluster} yet: wait for its first sweep.',
  'readiness.whole-cluster-not-permitted':
    'Of cluster {cluster} you see what becomes of your own load balancers. The whole report needs the permissions lbc.fleet.read and lbc.stack.read for all of it.',

  'readiness.input-not-read':
    '{kind} of cluster {cluster} could not be read whole, and this check rests on them.',
  'readiness.input-not-whole':
    'Not every load balancer of cluster {cluster} was seen, and this check rests on all of them.',
  'readiness.input-stale':
    'What this check rests on was read last at {observedAt}, which is too long ago for a verdict.',
  'readiness.do-wait-for-sweep':
    'Wait for the next sweep, or ask for a refresh; if it stays, look at the coverage of this cluster.',
  'readiness.do-let-read': 'Let the portal read it: {rule}',
  'readiness.not-for-kubernetes':
    'This is about another release of the controller, which stays as it is.',
  'readiness.not-for-controller':
    'This is about another version of Kubernetes, which stays as it is.',
  'readiness.extension-says': '{text}',
  'readiness.extension-failed':
    'The check {code} of a module did not work, so that its answer is missing: {error}',
  'readiness.extension-slow':
    'The check {code} of a module took longer than {limitSeconds}, so that its answer is missing.',

  'readiness.propose-best':
    'The newest that fits Kubernetes {minor} and has no known issue.',
  'readiness.propose-stop':
    'The first stop on the way to {target}: the jump can’t be made at once.',
  'readiness.propose-behind-stop': 'Only after a stop at {stop}.',
  'readiness.propose-older': 'It fits; {best} is newer and fits, too.',
  'readiness.propose-issue': 'Better not: known issues {issues}.',
  'readiness.propose-too-new':
    'Not with Kubernetes {minor}: it needs {min} or newer.',
  'readiness.propose-too-old':
    'Not with Kubernetes {minor}: it supports up to {max}.',
  'readiness.propose-unreachable':
    'No way leads there from here: a stop is needed that no release offers.',
  'readiness.propose-kubernetes':
    'The next minor version of Kubernetes, under an unchanged controller; {version} fits it.',
  'readiness.propose-kubernetes-too-new':
    'The next minor version of Kubernetes; {version} does not support it: upgrade the controller first.',
  'readiness.propose-fit-unknown':
    'Whether it fits can’t be told: the version of Kubernetes was not read.',

  'readiness.effect-none':
    'It stays as it is: the load balancer keeps its name and its targets.',
  'readiness.effect-gap-replica':
    'For seconds to minutes no controller leads: Pods that start or stop then are registered late.',
  'readiness.effect-gap-single':
    'It has one target alone: if its Pod moves while the controller or a Node is replaced, nothing answers for a moment.',
  'readiness.effect-replaced':
    'The restart replaces the load balancer: the old one is deleted first, and the new one has another DNS name.',
  'readiness.effect-deleted':
    'Its owner left the controller’s scope: the restart deletes the load balancer.',
  'readiness.effect-not-examined':
    'What the restart would change of it is not known: its listeners, rules and attributes were not read.',
  'readiness.effect-not-reconciled':
    'It is not reconciled now ({state}), so that what the restart does to it can’t be told.',
  'readiness.effect-gateway-off':
    'The target would switch its Gateway controller off for missing CRDs: the load balancer would stay, and nobody would look after it.',
  'readiness.effect-gateway-unknown':
    'Whether the target’s Gateway controller starts is not known: the CRDs were not read.',
  'readiness.effect-changes':
    'It stays; the restart sets back {count|one thing|{count} things} that differ from what is asked.',
} as const satisfies MessageTemplates;

/** Readiness: the report, its checks and its plan. */
export const readinessEnglish = {
  ...report,
  ...checksEnglish,
  ...planEnglish,
} as const satisfies MessageTemplates;
