// stdout: for each room of the API the files whose change makes its tests run anew: { 'api-seats': ['libs/…', …], … }
import { createProjectGraphAsync } from '@nx/devkit';
import { HashPlanInspector } from 'nx/src/hasher/hash-plan-inspector.js';

const graph = await createProjectGraphAsync({ exitOnError: false });
const inspector = new HashPlanInspector(graph);
await inspector.init();
const rooms = Object.values(graph.nodes).filter(({ data }) => data.root.startsWith('libs/api/'));
const inputs = rooms.map(({ name }) => {
  const { [`${name}:test`]: found } = inspector.inspectTaskInputs({ project: name, target: 'test' });
  return [name, found.files];
});
process.stdout.write(JSON.stringify(Object.fromEntries(inputs)), () => process.exit());
