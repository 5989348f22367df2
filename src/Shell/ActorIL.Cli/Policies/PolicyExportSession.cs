using System.Globalization;
using ActorIL.Algorithms.Policies;
using ActorIL.Cli.Terminals;
using ActorIL.Cli.Traces;
using ActorIL.Core.Prelude;
using ActorIL.Storage.Files;
using ActorIL.Storage.Onnx;

namespace ActorIL.Cli.Policies;

/// <summary>`actoril export`: a policy for other runtimes.</summary>
internal static class PolicyExportSession
{
    public static ExitCode Run(Terminal terminal, PolicyExportRequest request)
    {
        var wanted = new EvaluationRequest(request.Path, request.Stage, null, null, null, false, request.IsJson);
        return NewFile
            .Check(request.Onnx)
            .Then(_ => RunCatalog.HomeOf(request.Path, terminal))
            .Then(home =>
                CandidateSearch
                    .Find(wanted, home)
                    .Then(Single)
                    .Then(candidate => Model(candidate.Source ?? request.Path, home))
            )
            .Then(model => OnnxFile.Save(request.Onnx, model).Map(_ => model))
            .Match(
                model =>
                {
                    Write(terminal, request, model);
                    return ExitCode.Success;
                },
                error => terminal.Fail(error)
            );
    }

    private static Result<Candidate, Error> Single(Candidate candidate) =>
        candidate.Policy is EnsemblePolicy ensemble
            ? Result.Failure<Candidate, Error>(
                new(
                    candidate.Name,
                    $"an ensemble of {ensemble.Members.Length.ToString(CultureInfo.InvariantCulture)} policies",
                    "one policy, for a model of its own",
                    $"Export its members one by one, such as --stage {EnsembleFiles.MemberOf(candidate.Name, 1)}."
                )
            )
            : Result.Success<Candidate, Error>(candidate);

    private static Result<OnnxModel, Error> Model(string path, PolicyHome home) =>
        PolicyFile
            .Load(path)
            .Then(saved =>
                home.EnvironmentOf(path, saved)
                    .Then(entry =>
                        NetworkPolicy.Create(entry.Module.Observations, entry.Module.Actions, saved.Snapshot)
                    )
                    .Map(policy => PolicyOnnx.Of(saved, policy))
            );

    private static void Write(Terminal terminal, PolicyExportRequest request, OnnxModel model)
    {
        if (request.IsJson)
        {
            terminal.WriteJson(writer =>
            {
                writer.WriteString("path", request.Onnx);
                writer.WriteString("environment", model.Metadata["environment"]);
                writer.WriteString("stage", model.Metadata["stage"]);
                writer.WriteString("policy_digest", model.Metadata["policy_digest"]);
                writer.WriteNumber("ir_version", OnnxModel.FormatVersion);
                writer.WriteNumber("opset", OnnxModel.OperatorVersion);
                WritePorts(writer, "inputs", model.Inputs);
                WritePorts(writer, "outputs", model.Outputs);
            });
            return;
        }

        terminal.Out.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{request.Onnx}: {model.Name}, operator set {OnnxModel.OperatorVersion}\n"
            )
        );
        foreach (var port in model.Inputs.Concat(model.Outputs))
        {
            terminal.Out.Write($"  {port.Name, -12} {NameOf(port.Item)} [{ShapeOf(port)}]\n");
        }

        terminal.Out.Flush();
    }

    private static void WritePorts(
        System.Text.Json.Utf8JsonWriter writer,
        string name,
        System.Collections.Immutable.ImmutableArray<OnnxPort> ports
    )
    {
        writer.WriteStartArray(name);
        foreach (var port in ports)
        {
            writer.WriteStartObject();
            writer.WriteString("name", port.Name);
            writer.WriteString("type", NameOf(port.Item));
            writer.WriteString("shape", ShapeOf(port));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string NameOf(OnnxItem item) =>
        item switch
        {
            OnnxItem.Single => "float32",
            OnnxItem.Int64 => "int64",
        };

    private static string ShapeOf(OnnxPort port) => string.Join(", ", port.RowShape.Select(Size).Prepend("N"));

    private static string Size(long size) => size.ToString(CultureInfo.InvariantCulture);
}
