/** Namespace of our own BPMN extensions: only what BPMN and the Zeebe vocabulary have no word for. */
const gridNamespace = 'https://gridloom.dev/schema/grid/1.0';

const attribute = (name: string) => ({ name, type: 'String', isAttr: true });
const extension = (name: string, allowedIn: string[], ...attributes: string[]) => ({
  name,
  superClass: ['Element'],
  meta: { allowedIn },
  properties: attributes.map(attribute),
});

/** Moddle descriptor of the `grid:` namespace, for bpmn-moddle here and for bpmn-js in the studio. */
export const gridDescriptor = {
  name: 'Gridloom',
  prefix: 'grid',
  uri: gridNamespace,
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    extension('Assignment', ['bpmn:UserTask'], 'post', 'area', 'rule', 'fallback'),
    extension('Approval', ['bpmn:UserTask'], 'mode', 'of', 'posts', 'needed', 'ratio', 'field', 'result'),
    extension('Told', ['bpmn:UserTask'], 'posts', 'area'),
    extension('Duties', ['bpmn:UserTask'], 'feedback', 'responsible', 'procedural', 'substantive', 'area'),
    extension('TimeLimit', ['bpmn:UserTask'], 'limit', 'ladder', 'stage'),
    extension('ListensTo', ['bpmn:BoundaryEvent'], 'clock', 'after', 'stage'),
    extension('Instruction', ['bpmn:UserTask'], 'text'),
    extension('Stage', ['bpmn:FlowNode'], 'id'),
    extension('Searchable', ['bpmn:Process'], 'variables'),
    extension('Passes', ['bpmn:SequenceFlow'], 'stages', 'because'),
  ],
};
