namespace ActorIL.Cli.Stages;

/// <summary>What a flag takes.</summary>
internal enum SettingForm
{
    /// <summary>A word.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A whole number from 1.</summary>
    Count,

    /// <summary>Whole numbers, one after the other or with commas between them.</summary>
    Sizes,

    /// <summary>Nothing: on where it is typed.</summary>
    Switch,
}
