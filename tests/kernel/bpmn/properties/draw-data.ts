import { one } from './draw-events.ts';
import type { Page, Ways } from './page.ts';

/** A user task with an input and output specification that reads and writes a data object. */
export function data(page: Page): Ways {
  const [object, reference, task] = [page.id('data-object'), page.id('data-reference'), page.id('io-specification')];
  const [input, output] = [page.id('data-input'), page.id('data-output')];
  page.write(`<dataObject id="${object}" name="${object.replaceAll(/[^a-z0-9]/g, '')}"/>`);
  page.write(`<dataObjectReference id="${reference}" dataObjectRef="${object}"/>`);
  const specification = `<ioSpecification><dataInput id="${input}" name="in"/><dataOutput id="${output}" name="answer"/><inputSet><dataInputRefs>${input}</dataInputRefs></inputSet><outputSet><dataOutputRefs>${output}</dataOutputRefs></outputSet></ioSpecification>`;
  const associations = `<dataInputAssociation><sourceRef>${reference}</sourceRef><targetRef>${input}</targetRef></dataInputAssociation><dataOutputAssociation><sourceRef>${output}</sourceRef><targetRef>${reference}</targetRef></dataOutputAssociation>`;
  return one(
    page.add('userTask', task, {
      extensions: '<grid:assignment post="head" area="&quot;g1&quot;"/>',
      content: specification + associations,
    }),
  );
}
