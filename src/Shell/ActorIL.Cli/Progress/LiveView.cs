using Spectre.Console;

namespace ActorIL.Cli.Progress;

/// <summary>Bars that fill while a person watches.</summary>
/// <param name="console">Where they are drawn.</param>
internal sealed class LiveView(IAnsiConsole console) : IRunView
{
    public Action<string>? Line => line => console.Write(new Text(line));

    /// <summary>Bars on a stream of the process.</summary>
    public static LiveView On(TextWriter output) => new(AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(output),
    }));

    public T Watch<T>(RunStatus start, Func<Action<RunStatus>, T> run) =>
        console.Progress()
            .AutoClear(enabled: false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn(),
                new SpinnerColumn())
            .Start(context =>
            {
                var expert = Add(context, "expert", start.UpdateCountMax);
                var clones = Add(context, "clones", start.CloneCountMax);
                var dagger = Add(context, "dagger", start.LabelCountMax);
                var stages = Add(context, "evaluation", start.StageCountMax);
                return run(status =>
                {
                    Show(expert, "expert", status.UpdateCount, StatusText.Expert(status));
                    Show(clones, "clones", status.CloneCount, "");
                    Show(dagger, "dagger", status.LabelCount, StatusText.Student(status));
                    Show(stages, "evaluation", status.StageCount, "");
                });
            });

    private static ProgressTask? Add(ProgressContext context, string name, int countMax) =>
        countMax > 0 ? context.AddTask(name, maxValue: countMax) : null;

    private static void Show(ProgressTask? task, string name, int count, string detail)
    {
        if (task is not null)
        {
            task.Value = count;
            task.Description = Markup.Escape(detail.Length > 0 ? $"{name}: {detail}" : name);
        }
    }
}
