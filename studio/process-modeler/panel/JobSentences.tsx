import type { ReactElement } from 'react';
import { builtInJobs } from '../../../server/kernel/release/process-contract.ts';
import { type TextKey, useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence, SentenceGroup } from '../../ui/desktop/sentence/Sentence.tsx';
import { attributeOf, headersOf } from '../model/step-facts.ts';
import { jobsFor } from '../steps/new-step.ts';
import { Filled } from './Filled.tsx';
import type { PanelGround } from './panel-ground.ts';
import { PanelField } from './PanelField.tsx';
import { StageSentence } from './StageSentence.tsx';
import { WaySentences } from './WaySentences.tsx';

/** What the program does at this step by itself. */
export function JobSentences(ground: PanelGround): ReactElement {
  const { canvas, element, vocabulary, part } = ground;
  const { text, pack } = useText();
  const job = attributeOf(element.businessObject, 'zeebe:TaskDefinition', 'type');
  const jobs = jobsFor(part).map((id) => ({ id, title: text(jobKey(id)) }));
  return (
    <>
      <SentenceGroup title={text('process.job')}>
        <Sentence>
          <Filled
            of="process.job.says"
            parts={{
              job: (
                <PanelField of="job">
                  <InlineChoice
                    label={text('process.job.label')}
                    options={
                      job !== undefined && jobs.every(({ id }) => id !== job) ? [...jobs, foreign(job, text)] : jobs
                    }
                    value={job}
                    placeholder={text('process.job.none')}
                    onChange={(type) => canvas.edits.setExtension(element, 'zeebe:TaskDefinition', { type })}
                  />
                </PanelField>
              ),
            }}
          />
        </Sentence>
        {job !== undefined && builtInJobs[job]?.headers.includes('process') === true && (
          <Sentence>
            <Filled
              of="process.job.process"
              parts={{
                process: (
                  <PanelField of="job-process">
                    <InlineChoice
                      label={text('process.job.process.label')}
                      options={vocabulary.processes.map(({ id, title }) => ({ id, title: pack(title) }))}
                      value={headersOf(element.businessObject).get('process')}
                      onChange={(id) => canvas.edits.setHeader(element, 'process', id)}
                    />
                  </PanelField>
                ),
              }}
            />
          </Sentence>
        )}
      </SentenceGroup>
      <StageSentence {...ground} />
      <WaySentences {...ground} />
    </>
  );
}

function jobKey(id: string): TextKey {
  const known: Readonly<Record<string, TextKey>> = {
    'grid:archive': 'process.job.archive',
    'grid:appraise': 'process.job.appraise',
    'grid:start-action-items': 'process.job.start-action-items',
    'grid:ladder-next': 'process.job.ladder-next',
    'grid:ladder-climb': 'process.job.ladder-climb',
  };
  return known[id] ?? 'process.job.plugin';
}

/** A job of a plugin, or of another program, is called by what it calls itself. */
function foreign(id: string, text: (key: TextKey) => string): { readonly id: string; readonly title: string } {
  const key = jobKey(id);
  return { id, title: key === 'process.job.plugin' ? `${text(key)} ${id}` : text(key) };
}
