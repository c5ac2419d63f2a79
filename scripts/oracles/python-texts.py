"""How Python reads texts: its regular expressions, strptime, json, jsonschema and python-dateutil.

Writes fixtures/oracles/python-texts.json. Needs jsonschema and python-dateutil.

  python scripts/oracles/python-texts.py
"""

import json
import random
import re
import sys
import warnings
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import dateutil.parser
import jsonschema

ORACLE = Path(__file__).resolve().parents[2] / "fixtures" / "oracles" / "python-texts.json"

PATTERNS = [
    '\\B', '(?a)\\B', '^\\b', '^\\d{4}$', '\\bcat\\b', '\\Bat', '(?i)straße', '(?<=a)b', '(?<!a)b', 'a(?=b)', 'a(?!b)', '(a|b)\\1', '(\\w+) \\1', '(?P<q>[\'\\"]).*(?P=q)', '^(?=.*\\d)(?=.*[a-z]).{3,}$', '[\\W\\d]+x', '[^\\s,]+,', '(?m)^b$', '(?s)a.b', 'a.b', 'a$\\n', 'a\\Z', '(?x) a  b # hi\n c', '[]a]+$', '[a\\]]', '[\\-a]', '{', 'a{,2}$', 'a{,}b', 'a{1,2}?b', 'x{2}', '(?a)\\w+$', '(?a)\\bé', '(?i:A)b', '(?:ab)+$', '(a+)+b', '\\x41\\u00e9', '\\.', '\\/', 'a|b|', '^$', '(?!^$)', '^\\S+@\\S+\\.\\S+$', '(?i)[A-F]+$', '[^\\W_]+$', '[\\S]+', '\\07', '\\012', '[^a]', '(?m)a$', '(?<=\\bx)\\d', '\\w\\b\\W', '(?:(?=a)a)+b', 'é+', '[à-ÿ]+', '😀', '[😀-😂]$', '(a)(b)?c\\1', '(?i)^[a-f]+$', '(?m)^$', '^(?:\\d{3}-)?\\d{4}$', '(?s)^.{3}$', '\\Aab', '(?P<y>\\d{4})-(?P=y)', '(?:a|b)*c', '[\\d-]+$', '[a-]', '[^]a]', '(?i:stra)ß', '(?-i:A)b', '\\s$', '^\\s', '\\w+\\Z', 'a{0}b', '(?:ab){2,}', '\\u65e5', '(?=.*b)a', '(?:^|,)b', 'a(?#comment)b', '(?x)[a b]#c', '(?<![\\w])b', '(?:(a)|b)c', '(?i)ſ', '\\$|\\^'
]

BAD_PATTERNS = [
    'a**', '(a', 'a)', '[a', '[z-a]', '\\p{L}', 'a{2,1}', '*a', '(?<=a+)b', '(?P<1a>b)', '\\2(a)', '(a\\1)', 'a(?i)b', '\\q', '[\\w-z]', '(?P<a>x)(?P<a>y)', '\\z', '^*', 'a{1}{2}', '\\'
]

MATCHED = [
    '', 'a', 'b', 'ab', 'aa', 'abab', 'cat', 'concat', 'a cat.', 'naïve cat', 'éat', 'at', '2024', '٣٤٥٦', '2024\n', 'a\n', 'a\nb', 'b\nc', '\nb\n', 'straße', 'STRASSE', 'STRAßE', 'aab', 'ab1', 'Ab', 'ABC', 'abc', 'a]', '-', '{', 'aaaa', 'xx', 'é', 'Aé', "'q'", '"q\'', 'the the', 'thé thé', 'x1', 'yx1', ' x', '!x', 'x!', '\t', 'a,b', 'a.b', 'a\u2028b', '/', '\x07', '\n', 'foo@bar.com', 'foo bar@x.y', '😀', '😁a', 'ÿ', 'aca', 'abca', '\xa0', '\x1c', '_', '___a', 'a b c', 'ABCDEF', 'İ', 'ſ', 'K', 'a😀b', '日本', '日本x1', 'a\rb', 'abab c', '2024-2024', '123-4567', '4567', 'STRAß', '  x', 'x  ', 'a^b', '$'
]

FORMATS = [
    '%Y-%m-%d', '%d/%m/%Y', '%m/%d/%y', '%Y%m%d', '%H:%M:%S', '%I:%M %p', '%Y-%m-%dT%H:%M:%S.%f', '%Y-%m-%d %H:%M:%S%z', '%d %b %Y', '%B %d, %Y', '%a %d %b %Y', '%A', '%Y-%j', '%Y %U %w', '%Y %W %a', '%G-W%V-%u', '%V %u', '%Y-%V-%u', '%c', '%x %X', '%y', '100%% %Y', '%d  %m', '%Z %H', '%b %d', '%Y.%m', '%G-%V', '%j', '%H%M', '%d%m%Y', '%f', '%Y\t%m', '%z', '%Y %B', '%y%m%d'
]

TIMES = [
    '2024-01-31', '2024-02-30', '2024-2-3', '2024-02-29', '2023-02-29', '0000-01-01', '0001-01-01', '٢٠٢٤-٠١-٠٢', ' 2024-01-01', '2024-01-01 ', '31/12/1999', '1/1/2000', '32/01/2000', ' 1/01/2000', '12/31/99', '2/29/00', '2/29/01', '20240131', '20241301', '2024111', '23:59:59', '24:00:00', '1:2:3', '12:00:60', '12:00:61', '12:00 AM', '13:00 PM', '1:05 pm', '0:05 pm', '2024-01-01T10:00:00.5', '2024-01-01T10:00:00.1234567', '2024-01-01t10:00:00.123456', '2024-01-01 10:00:00+0100', '2024-01-01 10:00:00+01:00', '2024-01-01 10:00:00Z', '2024-01-01 10:00:00z', '2024-01-01 10:00:00+2400', '2024-01-01 10:00:00+01:00:30', '2024-01-01 10:00:00+010030', '2024-01-01 10:00:00+01:0030', '1 Jan 2024', '01 jan 2024', '31 Feb 2024', '1 January 2024', 'January 1, 2024', 'JANUARY 01, 2024', 'May 1, 2024', 'Mon 1 Jan 2024', 'Tue 1 Jan 2024', 'Monday', 'monday', 'Mon', '2024-366', '2023-366', '2023-367', '2023-001', '2023-1', '2023-000', '2024 0 0', '2024 53 6', '1 0 0', '0001 0 1', '2024 5 mon', '2024-W01-1', '2024-W53-7', '2020-W53-7', '2024-W54-1', '0000-W01-1', '01 1', '2024-01-1', 'Mon Jan  1 10:00:00 2024', 'Mon Jan 1 10:00:00 2024', '01/02/24 10:00:00', '69', '68', '100% 2024', '100 2024', '1 2', '1  2', '01\xa002', 'UTC 10', 'gmt 9', 'CET 9', 'Jan 31', 'Feb 29', 'feb 28', '2024.1', '2024.12', '2024.13', '2024-01', '366', '000', '1', '0959', '959', '9:59', '31122024', '3112024', '111111', '123456', '1234567', '2024\t01', '2024 01', '+0100', '-23:59', '+24:00', 'Z', '+01:00:30.5', '2024 March', '2024 Sept', '', '2024', '240131', 'é'
]

JSON_TEXTS = [
    '1', '"a"', 'null', 'true', 'NaN', 'Infinity', '-Infinity', '[NaN]', '{"a": NaN}', '{"a":1}', '{a:1}', "{'a':1}", '[1,]', '[1 2]', '', '  {}  ', '\ufeff{}', 'nan', '1NaN', 'NaNNaN', '{"NaN": 1}', '"NaN"', '01', '1.', '.5', '1e5', '1E+5', '-', '--1', '+1', '"\x01"', '"\\u00e9"', '"\\ud800"', '"\\x"', '[1]x', '{"a":1,"a":2}', '٣', '[', '{"a":}', '{NaN:1}', '-NaN', '"\\NaN"', '"a\\" NaN', '\xa01', '1\u2028', "1" * 4301, "1" * 4300, "1" * 4301 + ".5", 'tru', '[Infinity,-Infinity, NaN]', '{"n": 5}', '{"n": 5.0}', '{"n": "5"}', '{"n": true}', '{"n": -1}', '[1,1]', '[1,true]', '[1,1.0]', '"abc"', '"日本"', '"😀"', '{"n":1,"m":2}', '{"tags":["a","b"]}', '{"tags":[]}', '0.3', '12', '1e400', '[[],[]]', '[{"a":1},{"a":1}]', '"2020-01-01"', '"x@y"', '{"__proto__":1}', '{"constructor":1}', '[0,false]', '{"n":1e2}', '"a\\nb"', '"a٣"'
]

SCHEMAS = [
    True, False, {}, {'type': 'object'}, {'type': 'integer'}, {'type': 'number'}, {'type': ['string', 'null']}, {'type': 'object', 'properties': {'n': {'type': 'integer', 'minimum': 0}}, 'required': ['n']}, {'type': 'object', 'additionalProperties': False, 'properties': {'n': {}}}, {'type': 'array', 'uniqueItems': True}, {'type': 'string', 'minLength': 3}, {'type': 'string', 'maxLength': 1}, {'pattern': '^[a-z]+$'}, {'pattern': '\\d'}, {'pattern': 'c$'}, {'enum': [1, 'a', None]}, {'const': 1}, {'const': True}, {'multipleOf': 0.1}, {'multipleOf': 4}, {'format': 'email', 'type': 'string'}, {'format': 'date'}, {'anyOf': [{'type': 'string'}, {'minimum': 3}]}, {'oneOf': [{'type': 'integer'}, {'minimum': 3}]}, {'not': {'type': 'string'}}, {'$ref': '#/$defs/p', '$defs': {'p': {'type': 'number'}}}, {'$schema': 'http://json-schema.org/draft-07/schema#', 'items': [{'type': 'integer'}]}, {'prefixItems': [{'type': 'integer'}], 'items': False}, {'contains': {'type': 'boolean'}}, {'properties': {'tags': {'items': {'type': 'string'}, 'minItems': 1}}}, {'maximum': 5, 'exclusiveMinimum': 0}, {'required': ['constructor']}, {'required': ['__proto__']}, {'propertyNames': {'maxLength': 1}}, {'minProperties': 2}, {'dependentRequired': {'n': ['m']}}, {'if': {'type': 'object'}, 'then': {'required': ['n']}}, {'unevaluatedProperties': False, 'properties': {'n': {}}}, {'$schema': 'https://json-schema.org/draft/2019-09/schema', 'type': 'integer'}, {'patternProperties': {'^n': {'type': 'string'}}}
]

BAD_SCHEMAS = [
    {'type': 'strin'}, {'minimum': 'a'}, {'$ref': '#/$defs/none'}, {'pattern': '('}, {'required': 'n'}
]

DATES = [
    '2024-01-31', '2024-02-30', '2024/1/5', '2024.01.05', '20240131', '2024-1/5', '1/2/2024', '13/2/2024', '13/13/2024', '31/02/2024', '02/30/2024', '0/1/2024', '1-2-2024', '1.2.2024', '5 Jan 2024', '5 january 2024', 'Jan 5, 2024', 'Jan 5 2024', 'January 5th, 2024', '5th Jan 2024', '31 Feb 2024', 'Mon 5 Jan 2024', 'Monday, Jan 5 2024', 'Mon, 05 Jan 2024 10:00:00 GMT', '2024-01-31T10:00:00Z', '2024-01-31 10:00', '2024-01-31 10:00:00.123456789', '2024-01-31T10:00:00+01:00', '2024-01-31 10:00 +0100', '2024-01-31 10:00 UTC', '2024-01-31 24:00', '2024-01-31 10:60', '10:00', '1:05 pm', '13:05 pm', '0:05 am', '12:05am', '2024-01-31 1:05 PM', 'hello', '', '2024-13-01', '0000-01-01', '2024-01-31T10:00:00z', '2024-01-31 10:00:00 -14:00', '2024-01-31 10:00:00+1430', '2024-01-31  10:00', 'Sept 5 2024', 'Sep 5 2024', 'septem 5 2024', '5-Jan-2024', '5 Jan, 2024', '1/1/0001', '12/31/9999', '2024-00-10', '2024-02-29', '2023-02-29', '10:00:00.5', '2024-01-31 10:00:00 utc', '2024-01-31t10:00', ' 2024-01-31 ', '2024-01-31\n', '20240231', '20241301', '29/02/2023', '02/29/2023', 'May 31 2024', 'Jun 31 2024', '2024-01-31 10:00 gmt', '10:00 Z', '10:00+01:00', '2024-01-31 10:00-25:00'
]


def reads(read, refusals):
    try:
        read()
        return True
    except refusals:
        return False


def bits(answers):
    return "".join("1" if answer else "0" for answer in answers)


def patterns():
    for pattern in PATTERNS:
        yield {"pattern": pattern, "found": bits(bool(re.search(pattern, text)) for text in MATCHED)}
    for pattern in BAD_PATTERNS:
        assert not reads(lambda: re.compile(pattern), re.error), pattern
        yield {"pattern": pattern, "found": None}


def near(form, rng):
    """A text that the format prints, changed a little."""
    text = datetime(rng.choice([1, 1900, 2023, 2024, 9999]), rng.randint(1, 12), rng.randint(1, 28), 9, 5, 7).strftime(form)
    place = rng.randrange(len(text) + 1)
    return rng.choice([text, text, text[:place] + rng.choice("0139 -:") + text[place + 1 :], text[:place] + text[place + 1 :]])


def formats():
    rng = random.Random(4)
    for form in FORMATS:
        others = [near(form, rng) for _ in range(30)]
        read = bits(reads(lambda: datetime.strptime(text, form), ValueError) for text in TIMES + others)
        yield {"format": form, "others": others, "reads": read}


def some_dates():
    """Dates and times in many shapes, right and wrong."""
    rng = random.Random(5)
    dates = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%m/%d/%Y", "%d/%m/%Y", "%d-%m-%Y", "%d %b %Y", "%b %d, %Y", "%B %d %Y", "%a %d %b %Y", "%A, %B %d %Y", "%d-%b-%Y"]
    times = ["", "", "T%H:%M:%S", " %H:%M", " %H:%M:%S.%f", " %I:%M %p", " %H:%M:%SZ", " %H:%M:%S+01:00", " %H:%M UTC", "  %H:%M"]
    for _ in range(600):
        moment = datetime(rng.randint(1, 9999), rng.randint(1, 12), rng.randint(1, 28), rng.randint(0, 23), rng.randint(0, 59), 7, 999)
        text = moment.strftime(rng.choice(dates) + rng.choice(times))
        place = rng.randrange(len(text))
        yield rng.choice([text, text[:place] + rng.choice("0123459 -/:Tap") + text[place + 1 :]])


def judge(schema, text):
    try:
        jsonschema.validate(json.loads(text), schema)
        return "1"
    except jsonschema.ValidationError:
        return "0"
    except Exception:
        return "!"


def schemas():
    parsed = [text for text in JSON_TEXTS if reads(lambda: json.loads(text), Exception)]
    for schema in SCHEMAS:
        yield {"schema": schema, "valid": "".join(judge(schema, text) for text in parsed)}
    for schema in BAD_SCHEMAS:
        yield {"schema": schema, "valid": None}


def main():
    warnings.simplefilter("ignore")
    tool = f"Python {sys.version.split()[0]}, jsonschema, python-dateutil"
    versions = f"{sys.version.split()[0]}, {version('jsonschema')}, {version('python-dateutil')}"
    oracle = {
        "tool": tool,
        "version": versions,
        "command": "python scripts/oracles/python-texts.py",
        "matched": MATCHED,
        "patterns": list(patterns()),
        "times": TIMES,
        "formats": list(formats()),
        "jsonTexts": JSON_TEXTS,
        "json": bits(reads(lambda: json.loads(text), Exception) for text in JSON_TEXTS),
        "schemas": list(schemas()),
        "dates": {text: reads(lambda: dateutil.parser.parse(text), (ValueError, OverflowError)) for text in [*DATES, *some_dates()]},
    }
    ORACLE.write_text(json.dumps(oracle, ensure_ascii=True, indent=None).replace('}, {"', '},\n{"') + "\n")


main()
