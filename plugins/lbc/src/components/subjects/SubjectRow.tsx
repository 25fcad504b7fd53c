/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   browsers drop a table's roles once its rows are laid out as blocks */
import ButtonBase from '@material-ui/core/ButtonBase';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  CoverageItem,
  SubjectForEntity,
} from '@lbc-backstage/plugin-lbc-common';
import { useId } from '../../hooks/useId';
import { TimeAgo } from '../../text';
import { StateBadge } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { SubjectDetails } from '../detail';
import { OwnerText } from './OwnerText';
import { SubjectKindText } from './SubjectKindText';
import { subjectName } from './describe';
import { COLUMNS, useListStyles } from './useListStyles';

/** One subject: a line, and below it everything known, once it is opened. */
export function SubjectRow(props: {
  subject: SubjectForEntity;
  coverage: readonly CoverageItem[];
  open: boolean;
  onToggle: () => void;
}) {
  const { subject, coverage, open, onToggle } = props;
  const classes = useListStyles();
  const id = useId('lbc-details');
  const { t } = useTranslationRef(lbcTranslationRef);
  const name = subjectName(subject);
  return (
    <>
      {/* The button in the row is what keys and readers use; the row only widens its target. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <tr
        role="row"
        className={`${classes.row} ${open ? classes.opened : ''}`}
        onClick={onToggle}
      >
        <td role="cell">
          <StateBadge state={subject.state} />
        </td>
        <td role="cell">
          <ButtonBase
            className={classes.name}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={event => {
              event.stopPropagation();
              onToggle();
            }}
          >
            <ChevronRightIcon
              aria-hidden
              className={`${classes.chevron} ${
                open ? classes.chevronOpen : ''
              }`}
            />
            {name}
          </ButtonBase>
          <span className={classes.sub}>
            <SubjectKindText subject={subject} />
          </span>
        </td>
        <td role="cell">
          <OwnerText subject={subject} />
        </td>
        <td role="cell">{subject.cluster ?? t('list.noCluster')}</td>
        <td role="cell">
          <span title={t(`viaTitle.${subject.via}`)}>
            {t(`via.${subject.via}`)}
          </span>
        </td>
        <td role="cell">
          {subject.sinceFirstSeen ? (
            <span title={t('list.sinceFirstSeen')}>
              ≥ <TimeAgo iso={subject.since} format="span" />
            </span>
          ) : (
            <TimeAgo iso={subject.since} format="span" />
          )}
        </td>
      </tr>
      {open && (
        <tr role="row" className={classes.details}>
          <td role="cell" colSpan={COLUMNS.length} id={id}>
            <SubjectDetails summary={subject} coverageAbove={coverage} />
          </td>
        </tr>
      )}
    </>
  );
}
