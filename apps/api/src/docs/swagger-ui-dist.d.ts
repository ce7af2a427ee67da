/** Only the path: importing the package would load the browser's bundle into the server. */
declare module 'swagger-ui-dist/absolute-path' {
  export default function absolutePath(): string;
}
