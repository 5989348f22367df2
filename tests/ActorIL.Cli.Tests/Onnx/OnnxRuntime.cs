using System.Text.Json;
using ActorIL.Cli.Tests.Running;
using ActorIL.Testing;

namespace ActorIL.Cli.Tests.Onnx;

/// <summary>
/// ONNX Runtime, run by Node: an optional oracle. Its modules are looked for in the folder named by
/// <c>ACTORIL_ONNX_NODE</c>, else beside the script, where <c>npm ci --ignore-scripts --no-audit --no-fund</c> puts
/// them; its native library comes with them.
/// </summary>
internal static class OnnxRuntime
{
    private const string Variable = "ACTORIL_ONNX_NODE";

    private static string Scripts => RepositoryRoot.Combine("tests", "ActorIL.Cli.Tests", "Onnx", "Node");

    /// <summary>What a model gives; skips the test, and says why, where that cannot be found out.</summary>
    /// <param name="model">The file.</param>
    /// <param name="observations">A file of floats.</param>
    /// <param name="size">Floats in a row.</param>
    /// <param name="steps">Steps the rows are, one after the other; 1 for a batch.</param>
    /// <param name="memorySize">Floats in a row of memory.</param>
    public static async Task<JsonElement> RunOrSkipAsync(
        string model,
        string observations,
        int size,
        int steps,
        int memorySize
    )
    {
        var folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Scripts;
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules", "onnxruntime-node")),
            $"No node_modules/onnxruntime-node in '{folder}'. Run npm ci there, or set {Variable} to a folder with it."
        );
        using var process = ProgramProcess.StartOther(
            "node",
            folder,
            Path.Combine(Scripts, "run.mjs"),
            folder,
            model,
            observations,
            FormattableString.Invariant($"{size}"),
            FormattableString.Invariant($"{steps}"),
            FormattableString.Invariant($"{memorySize}")
        );
        var result = await process.EndAsync();
        Assert.True(result.Code == 0, result.Text());
        using var document = JsonDocument.Parse(result.Out);
        return document.RootElement.Clone();
    }
}
