import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  EntityLoadBalancersResponse,
  SubjectForEntity,
} from '@lbc-backstage/plugin-lbc-common';
import { useText } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { asText } from './asText';
import { ShareActions } from './ShareActions';

/** Takes the load balancers elsewhere. */
export function ShareMenu(props: {
  response: EntityLoadBalancersResponse;
  shown: readonly SubjectForEntity[];
}) {
  const { response, shown } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const text = useText();
  return (
    <ShareActions
      value={response}
      fileName="load-balancers.json"
      asText={() =>
        asText(response, shown, text, {
          title: t('title'),
          traffic: t('verdict.traffic'),
          ifYouDeploy: t('verdict.ifYouDeploy'),
          since: t('verdict.since'),
          columns: [
            t('list.state'),
            t('list.name'),
            t('list.owner'),
            t('list.cluster'),
            t('list.since'),
          ],
          state: subject => t(`state.${subject.state}`),
        })
      }
    />
  );
}
