namespace ActorIL.Cli.Plugins;

/// <summary>What a verb does with plug-ins.</summary>
internal enum PluginUse
{
    /// <summary>It needs none.</summary>
    None,

    /// <summary>It lists and checks what they bring.</summary>
    Shown,

    /// <summary>It computes with what they bring.</summary>
    Given,

    /// <summary>It goes on with a run that had some.</summary>
    Recorded,
}
