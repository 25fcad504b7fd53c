import {
  AwsListener,
  AwsRuleCondition,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { actionSchema } from './actions';

// The SDK says what AWS ought to send, not what came.

const texts = z.array(z.string()).optional();
const values = z.object({ Values: texts, RegexValues: texts }).optional();

export const listenerSchema = z
  .object({
    ListenerArn: z.string().min(1),
    Port: z.number().optional(),
    Protocol: z.string().optional(),
    SslPolicy: z.string().optional(),
    AlpnPolicy: texts,
    Certificates: z
      .array(z.object({ CertificateArn: z.string().optional() }))
      .optional(),
    MutualAuthentication: z
      .object({
        Mode: z.string().optional(),
        TrustStoreArn: z.string().optional(),
      })
      .optional(),
    DefaultActions: z.array(actionSchema).optional(),
  })
  .transform((listener): AwsListener => {
    const { MutualAuthentication: mutual, Certificates: certificates } =
      listener;
    return {
      arn: listener.ListenerArn,
      // A Gateway Load Balancer's listener has neither.
      port: listener.Port ?? 0,
      protocol: listener.Protocol ?? '',
      sslPolicy: listener.SslPolicy,
      alpnPolicy: listener.AlpnPolicy,
      certificateArn: certificates?.[0]?.CertificateArn,
      ...(mutual && {
        mutualAuthentication: {
          mode: mutual.Mode,
          trustStoreArn: mutual.TrustStoreArn,
        },
      }),
      defaultActions: listener.DefaultActions ?? [],
    };
  });

const conditionSchema = z
  .object({
    Field: z.string(),
    Values: texts,
    HostHeaderConfig: values,
    PathPatternConfig: values,
    HttpRequestMethodConfig: values,
    SourceIpConfig: values,
    HttpHeaderConfig: z
      .object({
        HttpHeaderName: z.string().optional(),
        Values: texts,
        RegexValues: texts,
      })
      .optional(),
    QueryStringConfig: z
      .object({
        Values: z
          .array(
            z.object({
              Key: z.string().optional(),
              Value: z.string().optional(),
            }),
          )
          .optional(),
      })
      .optional(),
  })
  .transform((condition): AwsRuleCondition => {
    const config =
      condition.HostHeaderConfig ??
      condition.PathPatternConfig ??
      condition.HttpHeaderConfig ??
      condition.HttpRequestMethodConfig ??
      condition.SourceIpConfig;
    const headerName = condition.HttpHeaderConfig?.HttpHeaderName;
    const query = condition.QueryStringConfig?.Values;
    return {
      field: condition.Field,
      values: config?.Values ?? config?.RegexValues ?? condition.Values ?? [],
      ...(headerName !== undefined && { httpHeaderName: headerName }),
      ...(query && {
        queryString: query.map(({ Key: key, Value: value = '' }) => ({
          ...(key !== undefined && { key }),
          value,
        })),
      }),
    };
  });

const rewrites = z
  .object({
    Rewrites: z
      .array(
        z.object({
          Regex: z.string().optional(),
          Replace: z.string().optional(),
        }),
      )
      .optional(),
  })
  .optional();

const transformSchema = z
  .object({
    Type: z.string(),
    HostHeaderRewriteConfig: rewrites,
    UrlRewriteConfig: rewrites,
  })
  .transform(transform => ({
    type: transform.Type,
    rewrites: (
      transform.HostHeaderRewriteConfig?.Rewrites ??
      transform.UrlRewriteConfig?.Rewrites ??
      []
    ).map(({ Regex: regex = '', Replace: replace = '' }) => ({
      regex,
      replace,
    })),
  }));

/** A rule; the default one has no number. */
export const ruleSchema = z
  .object({
    RuleArn: z.string().min(1),
    Priority: z.string(),
    IsDefault: z.boolean().optional(),
    Conditions: z.array(conditionSchema).optional(),
    Actions: z.array(actionSchema).optional(),
    Transforms: z.array(transformSchema).optional(),
  })
  .transform(rule => ({
    isDefault: rule.IsDefault === true || rule.Priority === 'default',
    rule: {
      arn: rule.RuleArn,
      priority: Number(rule.Priority),
      conditions: rule.Conditions ?? [],
      actions: rule.Actions ?? [],
      ...(rule.Transforms && { transforms: rule.Transforms }),
    },
  }));

export const certificateSchema = z.object({
  CertificateArn: z.string(),
  IsDefault: z.boolean().optional(),
});

/** Attributes of anything. */
export const attributeSchema = z
  .object({ Key: z.string(), Value: z.string().optional() })
  .transform(({ Key: key, Value: value = '' }) => [key, value] as const);
