import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { useStackReading } from '../../../hooks/useStackReading';
import { Sentence } from '../../../text';
import { lbcTranslationRef } from '../../../translation';
import { Notice, Section } from '../../parts';
import { Listeners } from './Listeners';
import { ReadStack } from './ReadStack';
import { TargetGroups } from './TargetGroups';

/** Listeners, rules and targets down to the Pods, read live when asked. */
export function Stack(props: { subject: SubjectDetail; onRead(): void }) {
  const { subject, onRead } = props;
  const { detail } = subject;
  const { t } = useTranslationRef(lbcTranslationRef);
  const reading = useStackReading(subject.id, onRead);
  if (!subject.loadBalancer || subject.endedAt) {
    return null;
  }
  return (
    <Section title={t('stack.title')}>
      <ReadStack reading={reading} observedAt={detail?.observedAt} />
      {detail && (
        <>
          {detail.notRead.length > 0 && (
            <Notice tone="grey" label={t('stack.notRead')}>
              {detail.notRead.map(({ operation, reason }) => (
                <div key={operation}>
                  <strong>{operation}</strong> <Sentence message={reason} />
                </div>
              ))}
            </Notice>
          )}
          <Listeners chain={detail.chain} />
          <TargetGroups chain={detail.chain} />
        </>
      )}
    </Section>
  );
}
