import bpmn from 'bpmn-moddle/resources/bpmn/json/bpmn.json' with { type: 'json' };

/** Elements the standard's schema has, but bpmn-moddle takes for attributes: it would refuse a file that is right. */
const elements: { readonly [type: string]: readonly string[] } = { GlobalScriptTask: ['script'] };

type Property = (typeof bpmn.types)[number]['properties'];

/** bpmn-moddle's description of the BPMN elements, mended where it says something else than the schema of BPMN 2.0.2. */
export const standardDescriptor = {
  ...bpmn,
  types: bpmn.types.map((type) => {
    const wrong = elements[type.name];
    return wrong ? { ...type, properties: asElements(type.properties, wrong) } : type;
  }),
};

function asElements(properties: Property, names: readonly string[]) {
  return properties?.map((property) => (names.includes(property.name) ? { ...property, isAttr: false } : property));
}
