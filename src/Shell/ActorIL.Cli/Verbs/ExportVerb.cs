using System.CommandLine;
using ActorIL.Cli.CommandLine;
using ActorIL.Cli.Plugins;
using ActorIL.Cli.Policies;
using ActorIL.Cli.Terminals;

namespace ActorIL.Cli.Verbs;

/// <summary>`actoril export --onnx FILE PATH`: a saved policy for other runtimes.</summary>
internal static class ExportVerb
{
    private const string Notes = """
        The model takes raw observations, float32 [N, o]: the normaliser is part of it. It gives
          actions: the most probable index, int64 [N], or the mean clipped to the space, float32 [N, a]
          logits [N, k] or means [N, a]: what the actions were taken from
        A policy that remembers (recurrent, previous action, frames) also takes memory, float32 [N, m], zero at an
        episode's start, and gives memory_next, which assumes that its actions are executed.
        Operator set 17, format version 8. Sums are taken in the runtime's own order, so numbers agree to rounding,
        not bit for bit.

        JSON: path, environment, stage, policy_digest, ir_version, opset, inputs[] and outputs[]: name, type, shape

        """;

    public static Verb Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A run directory, or a checkpoint in one (checkpoints/NAME.safetensors).",
        };
        path.RefuseFlags();
        var onnx = new Option<string>("--onnx")
        {
            Description = "The ONNX model to be written, a new file.",
            HelpName = "FILE",
            Required = true,
        };
        var stage = new Option<string?>("--stage")
        {
            Description = "Which policy of a run directory, such as dagger-200. Default: its last stage.",
            HelpName = "NAME",
        };
        var json = Flags.Json();
        var verb = new Verb("export", "Writes a saved policy as an ONNX model.")
        {
            Notes = Notes,
            Examples =
            [
                "export --onnx student.onnx runs/cartpole-1",
                "export --onnx expert.onnx runs/cartpole-1 --stage expert --json",
                "export --onnx student.onnx runs/cartpole-1/checkpoints/bc-full-5.safetensors",
            ],
            Arguments = { path },
            Options = { onnx, stage, json },
            Plugins = PluginUse.Recorded,
        };
        verb.SetAction(parsed =>
            (int)
                PolicyExportSession.Run(
                    terminal,
                    new PolicyExportRequest(
                        parsed.GetRequiredValue(path),
                        parsed.GetValue(stage),
                        parsed.GetRequiredValue(onnx),
                        parsed.GetValue(json)
                    )
                )
        );
        return verb;
    }
}
