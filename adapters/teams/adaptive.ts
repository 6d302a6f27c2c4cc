/** Adaptive Cards 1.5, as far as Rapport draws them (adaptivecards.io, and Teams' own charts). Colours are the theme's. */

export interface AdaptiveCard {
  readonly type: "AdaptiveCard";
  readonly version: "1.5";
  readonly lang: string;
  readonly fallbackText: string;
  readonly speak: string;
  /** The whole width of the conversation, for what is wide. */
  readonly msteams?: { readonly width: "Full" };
  readonly body: readonly Element[];
}

interface Placed {
  readonly separator?: true;
  readonly spacing?: "None" | "Small" | "Medium" | "Large";
}

export type Element = Placed &
  (
    | RichTextBlock
    | TextBlock
    | ActionSet
    | Table
    | ChartElement
    | Input
    | { readonly type: "Container"; readonly style: "emphasis"; readonly items: readonly Element[] }
  );

/** Its runs are shown as they are: no client reads markdown, mentions or links in them. */
export interface RichTextBlock {
  readonly type: "RichTextBlock";
  readonly inlines: readonly TextRun[];
}

export interface TextRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "Bolder";
  readonly size?: "Small";
  readonly isSubtle?: true;
  readonly color?: "Attention";
  readonly fontType?: "Monospace";
  readonly selectAction?: { readonly type: "Action.OpenUrl"; readonly url: string };
}

/** Only as a heading: clients read markdown in its text. */
export interface TextBlock {
  readonly type: "TextBlock";
  readonly text: string;
  readonly style: "heading";
  readonly size: "Large";
  readonly weight: "Bolder";
  readonly wrap: true;
}

export interface ActionSet {
  readonly type: "ActionSet";
  readonly actions: readonly Action[];
}

export type Action =
  | {
      readonly type: "Action.Execute";
      readonly title: string;
      /** The action's or the form's name. */
      readonly verb: string;
      readonly data: Carried;
      readonly style?: "positive" | "destructive";
    }
  | {
      readonly type: "Action.Submit";
      readonly title: string;
      readonly data: Carried;
      readonly style: "positive";
    };

/** What comes back when it is pressed, beside the inputs of its card. */
export interface Carried {
  /** JSON, as it was signed. */
  readonly rapport: string;
  readonly mark: string;
}

export interface Table {
  readonly type: "Table";
  readonly columns: readonly { readonly width: number }[];
  readonly firstRowAsHeaders: true;
  readonly rows: readonly {
    readonly type: "TableRow";
    readonly cells: readonly {
      readonly type: "TableCell";
      readonly items: readonly RichTextBlock[];
    }[];
  }[];
}

/** Met in Teams only; elsewhere it is left out, and the words beside it stay. */
export type ChartElement =
  | {
      readonly type: "Chart.HorizontalBar";
      readonly title: string;
      readonly displayMode: "AbsoluteWithAxis";
      readonly colorSet: "categorical";
      readonly data: readonly { readonly x: string; readonly y: number }[];
      readonly fallback: "drop";
    }
  | {
      readonly type: "Chart.Line";
      readonly title: string;
      readonly colorSet: "categorical";
      readonly data: readonly {
        readonly legend: string;
        readonly values: readonly { readonly x: string; readonly y: number }[];
      }[];
      readonly fallback: "drop";
    };

interface Asked {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly errorMessage?: string;
  readonly value?: string;
  readonly placeholder?: string;
}

export type Input =
  | (Asked & {
      readonly type: "Input.Text";
      readonly isMultiline: boolean;
      readonly maxLength: number;
      readonly regex?: string;
    })
  | (Asked & {
      readonly type: "Input.ChoiceSet";
      readonly style: "compact" | "expanded" | "filtered";
      readonly isMultiSelect: boolean;
      readonly wrap: true;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
      /** Asked of us while somebody types (an `application/search` invoke). */
      readonly "choices.data"?: { readonly type: "Data.Query"; readonly dataset: string };
    });
