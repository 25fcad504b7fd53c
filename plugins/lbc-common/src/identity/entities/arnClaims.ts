import { message, Message } from '../../messages';
import { parseArn, parseElbArn, scopeIdOf } from '../arn';

/** Annotation values are people's text of any length; sentences quote their start. */
export function quoted(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** An account and Region that configuration knows. @public */
export interface KnownScope {
  accountId: string;
  region: string;
}

/** One thing that is wrong with an entity's annotations. @public */
export interface ClaimProblem {
  severity: 'error' | 'warning' | 'info';
  message: Message;
}

/**
 * Reads an ARN annotation. An ARN only ever *selects* among what the configured
 * scopes hold; one of another account or Region is a suggestion, never a call.
 */
export function parseArnClaim(options: {
  annotation: string;
  text: string;
  scopes: readonly KnownScope[];
  /** The annotation is used for resources of every kind. */
  anyResource: boolean;
}): { arn?: string; problem?: ClaimProblem } {
  const { annotation, text, scopes, anyResource } = options;
  const values = { annotation, value: quoted(text) };
  const arn = parseArn(text);
  if (!arn) {
    return {
      problem: {
        severity: 'error',
        message: message('entity.arn-malformed', values),
      },
    };
  }
  const elb = parseElbArn(text);
  if (elb?.kind !== 'load-balancer') {
    if (anyResource && arn.service !== 'elasticloadbalancing') {
      return {};
    }
    return {
      problem: {
        severity: 'error',
        message: message('entity.arn-no-load-balancer', values),
      },
    };
  }
  const known = scopes.map(scopeIdOf);
  if (!known.includes(scopeIdOf(elb))) {
    const { accountId, region } = elb;
    return {
      problem: {
        severity: 'info',
        message: known.length
          ? message('entity.scope-not-configured', {
              annotation,
              accountId,
              region,
              scopes: known,
            })
          : message('entity.scope-none-configured', {
              annotation,
              accountId,
              region,
            }),
      },
    };
  }
  return { arn: text };
}
