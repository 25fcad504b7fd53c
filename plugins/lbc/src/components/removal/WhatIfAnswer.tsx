import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { Tone, WhatIfResponse } from '@lbc-backstage/plugin-lbc-common';
import { Sentence } from '../../text';
import { ToneIcon } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { CopyButton } from '../parts';
import { Part, sentences } from './Part';
import { useRemovalStyles } from './useRemovalStyles';

type SubjectAnswer = WhatIfResponse['items'][number];
type Item = SubjectAnswer['stays'][number];
type Hang = SubjectAnswer['hangs'][number];

const TONES: Record<SubjectAnswer['outcome'], Tone> = {
  unaffected: 'grey',
  stays: 'blue',
  goes: 'green',
  hangs: 'red',
  leaks: 'red',
  unknown: 'grey',
};

function ItemText(props: { item: Item }) {
  const { kind, id, name, because } = props.item;
  const classes = useRemovalStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <>
      <b>{kind === 'object' ? id : `${t(`whatIf.kind.${kind}`)} ${name}`}</b>
      {': '}
      <Sentence message={because} />
      {kind !== 'object' && (
        <span className={classes.id}>
          {id}
          <CopyButton text={id} label={t('whatIf.copyId', { name: id })} />
        </span>
      )}
    </>
  );
}

function HangText(props: { hang: Hang }) {
  const { when, because } = props.hang;
  const classes = useRemovalStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <>
      <Sentence message={because} />{' '}
      <span className={classes.quiet}>({t(`whatIf.hangs.${when}`)})</span>
    </>
  );
}

function items(list: readonly Item[]) {
  return list.map((item, index) => ({
    key: `${index}-${item.id}`,
    node: <ItemText item={item} />,
  }));
}

/** What a scenario means: stays, goes, hangs, leaks, blocks, and the order. */
export function WhatIfAnswer(props: { answer: WhatIfResponse }) {
  const { answer } = props;
  const [subject] = answer.items;
  const classes = useRemovalStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!subject) {
    return null;
  }
  return (
    <Typography
      component="div"
      variant="body2"
      className={classes.answer}
      role="region"
      aria-label={t('whatIf.answer')}
    >
      <div className={classes.verdict}>
        <ToneIcon tone={TONES[subject.outcome]} />
        <div className={classes.body}>
          <span className={classes.word}>
            {t(`whatIf.outcome.${subject.outcome}`)}
          </span>
          {': '}
          <Sentence message={subject.because} />
        </div>
      </div>
      <Part title={t('whatIf.blocks')} items={sentences(subject.blocks)} />
      <Part
        title={t('whatIf.hangs')}
        items={subject.hangs.map(hang => ({
          key: hang.object,
          node: <HangText hang={hang} />,
        }))}
      />
      <Part title={t('whatIf.leaks')} items={items(subject.leaks)} />
      <Part title={t('whatIf.stays')} items={items(subject.stays)} />
      <Part title={t('whatIf.goes')} items={items(subject.goes)} />
      <Part
        title={t('whatIf.unknown')}
        items={sentences(
          [...subject.unknown, ...answer.unknown].filter(
            // Said as the answer itself.
            ({ code }) => code !== subject.because.code,
          ),
        )}
      />
      <Part title={t('whatIf.notes')} items={sentences(answer.notes)} />
      <Part title={t('whatIf.order')} ordered items={sentences(answer.order)} />
    </Typography>
  );
}
