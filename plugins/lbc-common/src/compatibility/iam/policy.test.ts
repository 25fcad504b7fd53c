import fc from 'fast-check';
import { VARIABLE } from './globs';
import { parsePolicy } from './policy';

const allow = { Effect: 'Allow', Action: 'ec2:*', Resource: '*' };

it('takes one statement, or several', () => {
  const one = parsePolicy('p', { Version: '2012-10-17', Statement: allow });
  const two = parsePolicy('p', {
    Version: '2012-10-17',
    Statement: [allow, { ...allow, Sid: 'Second', Action: ['a:B', 'a:C'] }],
  });
  expect(one.statements).toEqual([
    {
      policy: 'p',
      id: '1',
      effect: 'Allow',
      actions: { not: false, patterns: ['ec2:*'] },
      resources: { not: false, patterns: ['*'] },
      conditions: [],
    },
  ]);
  expect(two.statements.map(({ id }) => id)).toEqual(['1', 'Second']);
  expect(two.statements[1].actions.patterns).toEqual(['a:B', 'a:C']);
});

it('knows what is not named', () => {
  const { statements } = parsePolicy('p', {
    Statement: { Effect: 'Deny', NotAction: 'iam:*', NotResource: ['a', 'b'] },
  });
  expect(statements[0]).toMatchObject({
    actions: { not: true, patterns: ['iam:*'] },
    resources: { not: true, patterns: ['a', 'b'] },
  });
});

it('takes conditions apart, whatever their capitals', () => {
  const { statements } = parsePolicy('p', {
    Statement: {
      ...allow,
      Condition: {
        'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': ['a', 'b'] },
        Bool: { 'aws:SecureTransport': true },
      },
    },
  });
  expect(statements[0].conditions).toEqual([
    {
      operator: 'stringlike',
      set: 'foranyvalue',
      ifExists: true,
      key: 'aws:tagkeys',
      values: ['a', 'b'],
    },
    {
      operator: 'bool',
      ifExists: false,
      key: 'aws:securetransport',
      values: ['true'],
    },
  ]);
});

it('holds policy variables as what nobody knows, in policies that have them', () => {
  const resource = 'arn:aws:s3:::${aws:username}/${$}';
  const patterns = (version?: string) =>
    parsePolicy('p', {
      ...(version && { Version: version }),
      Statement: { ...allow, Resource: resource },
    }).statements[0].resources.patterns;
  expect(patterns('2012-10-17')).toEqual([`arn:aws:s3:::${VARIABLE}/$`]);
  expect(patterns('2008-10-17')).toEqual([resource]);
  expect(patterns()).toEqual([resource]);
});

it.each([
  ['nothing', undefined],
  ['a text', 'Allow'],
  ['a list', [allow]],
  ['no statements', { Version: '2012-10-17' }],
])('says that %s is no policy', (_, document) => {
  expect(parsePolicy('p', document)).toEqual({
    statements: [],
    problems: [{ policy: 'p', code: 'no-policy' }],
  });
});

it.each([
  ['no effect', { Action: '*', Resource: '*' }],
  ['another effect', { ...allow, Effect: 'allow' }],
  ['no action', { Effect: 'Allow', Resource: '*' }],
  ['actions of both kinds', { ...allow, NotAction: 'a:B' }],
  ['an action that is no text', { ...allow, Action: [{}] }],
  ['an empty list of actions', { ...allow, Action: [] }],
  ['no resource', { Effect: 'Allow', Action: '*' }],
  ['a condition that is a text', { ...allow, Condition: 'x' }],
  ['an operator without keys', { ...allow, Condition: { StringEquals: 'x' } }],
  ['a value that is an object', { ...allow, Condition: { Null: { a: {} } } }],
  ['null', null],
])('says which statement is none and keeps the rest: %s', (_, statement) => {
  const { statements, problems } = parsePolicy('p', {
    Statement: [allow, statement],
  });
  expect(statements).toHaveLength(1);
  expect(problems).toEqual([
    { policy: 'p', code: 'bad-statement', statement: 2 },
  ]);
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (document, statement) => {
      parsePolicy('p', document);
      parsePolicy('p', { Version: '2012-10-17', Statement: statement });
      parsePolicy('p', { Statement: [{ ...allow, Condition: statement }] });
    }),
  );
});
