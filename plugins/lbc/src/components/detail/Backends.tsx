import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../translation';
import { DataTable, Section } from '../parts';

/** The Services that owners route to; the entity's own routes stand out. */
export function Backends(props: {
  subject: SubjectDetail;
  own?: readonly string[];
}) {
  const { subject, own = [] } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  if (subject.backends.length === 0) {
    return null;
  }
  const route = (text: string) =>
    own.includes(text) ? <strong key={text}>{text}</strong> : text;
  return (
    <Section title={t('detail.backends')}>
      <DataTable
        label={t('detail.backends')}
        head={[t('detail.service'), t('detail.routes')]}
        rows={subject.backends.map(({ namespace, name, routes }) => ({
          key: `${namespace}/${name}`,
          cells: [
            `${namespace}/${name}`,
            routes.map((text, index) => (
              <div key={`${index}-${text}`}>{route(text)}</div>
            )),
          ],
        }))}
      />
    </Section>
  );
}
