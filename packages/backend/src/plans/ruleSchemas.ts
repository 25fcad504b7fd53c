import {
  AwsAction,
  AwsRule,
  AwsRuleCondition,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';

export const text = z.string().optional();
export const texts = z.array(z.string()).optional();
/** Tags or attributes. */
export const pairs = z
  .array(z.object({ Key: z.string(), Value: z.string().default('') }))
  .optional()
  .transform(
    list =>
      list && Object.fromEntries(list.map(({ Key, Value }) => [Key, Value])),
  );

const scalars = z
  .record(z.string(), z.unknown())
  .transform(settings =>
    Object.fromEntries(
      Object.entries(settings).flatMap(([key, value]) =>
        typeof value === 'object' ? [] : [[key, String(value)] as const],
      ),
    ),
  )
  .optional();

export const actionSchema = z
  .object({
    Type: z.string(),
    Order: z.number().optional(),
    TargetGroupArn: text,
    ForwardConfig: z
      .object({
        TargetGroups: z
          .array(
            z.object({
              TargetGroupArn: z.string(),
              Weight: z.number().optional(),
            }),
          )
          .optional(),
        TargetGroupStickinessConfig: z
          .object({
            Enabled: z.boolean().optional(),
            DurationSeconds: z.number().optional(),
          })
          .optional(),
      })
      .optional(),
    RedirectConfig: z
      .object({
        Protocol: text,
        Host: text,
        Port: text,
        Path: text,
        Query: text,
        StatusCode: text,
      })
      .optional(),
    FixedResponseConfig: z
      .object({ StatusCode: text, ContentType: text, MessageBody: text })
      .optional(),
    AuthenticateCognitoConfig: scalars,
    AuthenticateOidcConfig: scalars,
    JwtValidationConfig: scalars,
  })
  .transform((action): AwsAction => {
    const { ForwardConfig: forward, RedirectConfig: redirect } = action;
    const { FixedResponseConfig: fixed } = action;
    const sticky = forward?.TargetGroupStickinessConfig;
    const groups =
      forward?.TargetGroups?.map(group => ({
        arn: group.TargetGroupArn,
        weight: group.Weight,
      })) ?? (action.TargetGroupArn ? [{ arn: action.TargetGroupArn }] : []);
    return {
      type: action.Type,
      order: action.Order,
      ...(groups.length > 0 && { targetGroups: groups }),
      ...(sticky && {
        stickiness: {
          enabled: sticky.Enabled,
          durationSeconds: sticky.DurationSeconds,
        },
      }),
      ...(redirect && {
        redirect: {
          protocol: redirect.Protocol,
          host: redirect.Host,
          port: redirect.Port,
          path: redirect.Path,
          query: redirect.Query,
          statusCode: redirect.StatusCode,
        },
      }),
      ...(fixed && {
        fixedResponse: {
          statusCode: fixed.StatusCode,
          contentType: fixed.ContentType,
          messageBody: fixed.MessageBody,
        },
      }),
      other:
        action.AuthenticateCognitoConfig ??
        action.AuthenticateOidcConfig ??
        action.JwtValidationConfig,
    };
  });

const config = z
  .object({ Values: texts, RegexValues: texts, HttpHeaderName: text })
  .optional();

const conditionSchema = z
  .object({
    Field: z.string(),
    Values: texts,
    HostHeaderConfig: config,
    PathPatternConfig: config,
    HttpHeaderConfig: config,
    HttpRequestMethodConfig: config,
    SourceIpConfig: config,
    QueryStringConfig: z
      .object({
        Values: z.array(z.object({ Key: text, Value: z.string() })).optional(),
      })
      .optional(),
  })
  .transform((condition): AwsRuleCondition => {
    const found =
      condition.HostHeaderConfig ??
      condition.PathPatternConfig ??
      condition.HttpHeaderConfig ??
      condition.HttpRequestMethodConfig ??
      condition.SourceIpConfig;
    return {
      field: condition.Field,
      values: found?.Values ?? found?.RegexValues ?? condition.Values ?? [],
      httpHeaderName: found?.HttpHeaderName,
      queryString: condition.QueryStringConfig?.Values?.map(
        ({ Key: key, Value: value }) => ({ key, value }),
      ),
    };
  });

export const ruleSchema = z
  .object({
    RuleArn: z.string(),
    Priority: z.string(),
    IsDefault: z.boolean().optional(),
    Conditions: z.array(conditionSchema).default([]),
    Actions: z.array(actionSchema).default([]),
    Tags: pairs,
  })
  .transform(rule => ({
    tags: rule.Tags,
    isDefault: rule.IsDefault === true || rule.Priority === 'default',
    rule: {
      arn: rule.RuleArn,
      priority: Number(rule.Priority),
      conditions: rule.Conditions,
      actions: rule.Actions,
    } satisfies AwsRule,
  }));
