namespace TradingDesk.Cli.CommandLine;

/// <summary>The words after a verb, read as `--option value`, `--option=value`, flags and words that stand alone.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<(string Option, string Value)> _repeated = [];
    private readonly List<string> _words = [];
    private readonly VerbDescription _verb;

    private Arguments(VerbDescription verb) => _verb = verb;

    /// <summary>What cannot be understood, as a sentence; empty when all is well.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The words that stand alone, in their order.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The first of them.</summary>
    public string Word => _words.Count == 0 ? "" : _words[0];

    /// <summary>An option's value, its default when it was left out.</summary>
    public string this[string option] =>
        _values.TryGetValue(option, out var value) ? value : _verb.Options.First(known => known.Name == option).Default;

    /// <summary>All values of an option that may be given several times, in their order.</summary>
    public IReadOnlyList<string> All(string option) => [.. _repeated.Where(given => given.Option == option).Select(given => given.Value)];

    public bool Has(string option) => _values.ContainsKey(option);

    public static Arguments Parse(VerbDescription verb, IEnumerable<string> words)
    {
        var arguments = new Arguments(verb);
        var rest = new Queue<string>(words);
        while (arguments.Problem.Length == 0 && rest.TryDequeue(out var word)) arguments.Problem = arguments.Take(word, rest);
        if (arguments.Problem.Length == 0) arguments.Problem = arguments.Missing();
        return arguments;
    }

    private string Take(string word, Queue<string> rest)
    {
        if (!word.StartsWith('-') || word.Length == 1) return TakeAlone(word);
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        var option = _verb.Options.FirstOrDefault(known => known.Name == name);
        if (option is null)
            return $"{_verb.Name}: {Echo.Of(name)} is no option{NearWords.Hint(name, _verb.Options.Select(known => known.Name))}.";
        if (_values.ContainsKey(name) && !option.IsRepeatable) return $"{_verb.Name}: {name} is given twice.";
        if (option.IsFlag)
        {
            _values[name] = "";
            return equals < 0 ? "" : $"{_verb.Name}: {name} takes no value.";
        }

        var value = equals >= 0 ? word[(equals + 1)..] : TakeValue(rest);
        _values[name] = value;
        if (option.IsRepeatable) _repeated.Add((name, value));
        return value.Trim().Length > 0 ? "" : $"{_verb.Name}: {name} needs a value, {option.Value}: {option.Meaning}.";
    }

    private string TakeAlone(string word)
    {
        if (_verb.Word.Length == 0 || _words.Count == _verb.WordsMost)
            return $"{_verb.Name}: {Echo.Of(word)} stands without an option.";
        _words.Add(word);
        return "";
    }

    /// <summary>The next word unless it is an option.</summary>
    private static string TakeValue(Queue<string> rest) =>
        rest.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal) ? rest.Dequeue() : "";

    private string Missing()
    {
        var missing = _verb.Options.Where(option => option.IsRequired && !_values.ContainsKey(option.Name));
        var forms = string.Join(", ", missing.Select(option => $"{option.Name} {option.Value}"));
        if (forms.Length > 0) return $"{_verb.Name} needs {forms}.";
        return _verb.Word.Length > 0 && Word.Length == 0 && !_verb.IsWordOptional ? $"{_verb.Name} needs {_verb.Word}." : "";
    }
}
