import { AwsAction, AwsRuleCondition } from '../detail';
import { ChainAction, ChainCondition } from './types';

const MAX_VALUES = 10;

/** A condition with its values as people write them. */
export function conditionOf(condition: AwsRuleCondition): ChainCondition {
  const { field, httpHeaderName, queryString } = condition;
  const values = [
    ...condition.values.map(value =>
      httpHeaderName === undefined ? value : `${httpHeaderName}: ${value}`,
    ),
    ...(queryString ?? []).map(({ key, value }) =>
      key === undefined ? value : `${key}=${value}`,
    ),
  ];
  return {
    field,
    values: values.slice(0, MAX_VALUES),
    moreValues: Math.max(0, values.length - MAX_VALUES),
  };
}

/** An action, with the share that each target group gets. */
export function actionOf(
  action: AwsAction,
  nameOf: (targetGroupArn: string) => string | undefined,
): ChainAction {
  const { type, targetGroups, redirect, fixedResponse } = action;
  const statusCode = redirect?.statusCode ?? fixedResponse?.statusCode;
  const total = (targetGroups ?? []).reduce(
    (sum, { weight = 1 }) => sum + weight,
    0,
  );
  return {
    type,
    ...(targetGroups && {
      targetGroups: targetGroups.map(({ arn, weight = 1 }) => {
        const name = nameOf(arn);
        return {
          arn,
          ...(name !== undefined && { name }),
          // Where all weights are 0 nothing is forwarded to any of them.
          ...(targetGroups.length > 1 && {
            share: total === 0 ? 0 : Math.round((weight / total) * 100),
          }),
        };
      }),
    }),
    ...(redirect && { location: locationOf(redirect) }),
    ...(statusCode !== undefined && { statusCode }),
  };
}

/** AWS fills in what is not said with the request's own. */
function locationOf(redirect: NonNullable<AwsAction['redirect']>): string {
  const { protocol = '#{protocol}', host = '#{host}' } = redirect;
  const { port = '#{port}', path = '/#{path}', query } = redirect;
  const tail = query ? `?${query}` : '';
  return `${protocol.toLowerCase()}://${host}:${port}${path}${tail}`;
}
