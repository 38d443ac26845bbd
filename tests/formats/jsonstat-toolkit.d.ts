/** What we use of it; it brings no types. */
declare module 'jsonstat-toolkit' {
  interface Cell {
    readonly value: number | null;
    readonly status: string | null;
  }
  interface Category {
    readonly label: string;
  }
  interface Dimension {
    readonly label: string;
    readonly role: string;
    readonly id: readonly string[];
    Category(code: string): Category;
  }
  interface Dataset {
    readonly class: string;
    readonly label: string;
    readonly length: number;
    readonly n: number;
    readonly id: readonly string[];
    readonly role: Readonly<Record<string, readonly string[]>>;
    readonly note: readonly string[];
    Dimension(name: string): Dimension;
    Data(at: Readonly<Record<string, string>>): Cell | null;
  }
  export default function JSONstat(document: unknown): Dataset;
}
