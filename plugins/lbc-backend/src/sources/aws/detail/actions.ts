import { AwsAction } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';

const text = z.string().optional();

const scalars = z
  .record(z.string(), z.unknown())
  .transform(settings =>
    Object.fromEntries(
      Object.entries(settings).flatMap(([key, value]) =>
        isKept(key, value) ? [[key, String(value)] as const] : [],
      ),
    ),
  );

/** AWS masks client secrets; none is kept, whatever it sends. */
function isKept(key: string, value: unknown): boolean {
  return (
    !/secret/i.test(key) &&
    ['string', 'number', 'boolean'].includes(typeof value)
  );
}

/** An action of a listener or of a rule. */
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
    AuthenticateOidcConfig: scalars.optional(),
    AuthenticateCognitoConfig: scalars.optional(),
    JwtValidationConfig: scalars.optional(),
  })
  .transform((action): AwsAction => {
    const { ForwardConfig: forward, RedirectConfig: redirect } = action;
    const { FixedResponseConfig: fixed } = action;
    const stickiness = forward?.TargetGroupStickinessConfig;
    const other =
      action.AuthenticateOidcConfig ??
      action.AuthenticateCognitoConfig ??
      action.JwtValidationConfig;
    const targetGroups =
      forward?.TargetGroups?.map(group => ({
        arn: group.TargetGroupArn,
        ...(group.Weight !== undefined && { weight: group.Weight }),
      })) ?? (action.TargetGroupArn ? [{ arn: action.TargetGroupArn }] : []);
    return {
      type: action.Type,
      ...(action.Order !== undefined && { order: action.Order }),
      ...(targetGroups.length > 0 && { targetGroups }),
      ...(stickiness && {
        stickiness: {
          enabled: stickiness.Enabled,
          durationSeconds: stickiness.DurationSeconds,
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
      ...(other && { other }),
    };
  });
