import type { CommandNamed } from '../decisions/register.ts';
import type { WorkType } from './work.ts';

type Registered = CommandNamed<'RegisterCourseUnit'>['data'];
type Opened = CommandNamed<'OpenJournal'>['data'];

/** A course unit of a demo college: what is taught to whom, how often, and how it is attested. */
export interface DemoUnit {
  readonly code: string;
  readonly title: string;
  readonly kind: Registered['kind'];
  readonly scale: Opened['scale'];
  readonly attestationForm: Opened['attestationForm'];
  /** In which years of study it is taught. */
  readonly years: readonly number[];
  readonly lessonsPerWeek: number;
  /** Taught to each half of a group on a page of its own. */
  readonly inSubgroups: boolean;
  /** How many people teach it. */
  readonly teachers: number;
  /** The work that is marked now and then beside the work in class. */
  readonly work: WorkType;
  readonly topics: readonly string[];
}

const usual = {
  scale: 'fivePoint',
  years: [1, 2, 3],
  lessonsPerWeek: 1,
  inSubgroups: false,
  teachers: 1,
} as const;

/** The ten course units of the large college: every kind, scale and form of attestation is among them. */
export const kamaUnits: readonly DemoUnit[] = [
  {
    ...usual,
    code: 'ОУД.01',
    title: 'Математика',
    kind: 'discipline',
    attestationForm: 'exam',
    years: [1, 2],
    lessonsPerWeek: 2,
    teachers: 2,
    work: 'control',
    topics: [
      'Степени и корни',
      'Логарифмы',
      'Тригонометрические уравнения',
      'Производная',
      'Первообразная',
      'Векторы',
    ],
  },
  {
    ...usual,
    code: 'ОУД.02',
    title: 'Русский язык и культура речи',
    kind: 'discipline',
    attestationForm: 'gradedCredit',
    years: [1, 2],
    work: 'written',
    topics: ['Стили речи', 'Орфоэпические нормы', 'Деловое письмо', 'Пунктуация', 'Публичная речь'],
  },
  {
    ...usual,
    code: 'ОГСЭ.03',
    title: 'Иностранный язык',
    kind: 'discipline',
    attestationForm: 'credit',
    inSubgroups: true,
    teachers: 2,
    work: 'test',
    topics: ['My college', 'Present Perfect', 'Technical documentation', 'Passive voice', 'Job interview'],
  },
  {
    ...usual,
    code: 'ОГСЭ.04',
    title: 'Физическая культура',
    kind: 'discipline',
    scale: 'passFail',
    attestationForm: 'credit',
    teachers: 2,
    work: 'practical',
    topics: ['Лёгкая атлетика', 'Волейбол', 'Общая физическая подготовка', 'Лыжная подготовка'],
  },
  {
    ...usual,
    code: 'ОП.01',
    title: 'Основы алгоритмизации',
    kind: 'discipline',
    scale: 'hundredPoint',
    attestationForm: 'exam',
    lessonsPerWeek: 2,
    teachers: 2,
    work: 'laboratory',
    topics: ['Линейные алгоритмы', 'Ветвления', 'Циклы', 'Массивы', 'Рекурсия', 'Сортировки'],
  },
  {
    ...usual,
    code: 'ЕН.01',
    title: 'Дискретная математика',
    kind: 'discipline',
    attestationForm: 'finalMark',
    years: [1, 2],
    work: 'independent',
    topics: ['Множества', 'Отношения', 'Булевы функции', 'Графы', 'Деревья'],
  },
  {
    ...usual,
    code: 'МДК.01.01',
    title: 'Разработка программных модулей',
    kind: 'interdisciplinaryCourse',
    attestationForm: 'exam',
    years: [2, 3],
    lessonsPerWeek: 2,
    work: 'laboratory',
    topics: ['Модульная структура', 'Интерфейсы', 'Отладка', 'Тестирование', 'Рефакторинг'],
  },
  {
    ...usual,
    code: 'ПМ.01',
    title: 'Разработка модулей программного обеспечения',
    kind: 'professionalModule',
    attestationForm: 'moduleExam',
    years: [3],
    work: 'practical',
    topics: ['Техническое задание', 'Проектирование', 'Кодирование', 'Приёмка'],
  },
  {
    ...usual,
    code: 'УП.01',
    title: 'Учебная практика',
    kind: 'practice',
    attestationForm: 'gradedCredit',
    years: [2, 3],
    lessonsPerWeek: 2,
    teachers: 2,
    work: 'practical',
    topics: ['Инструктаж', 'Установка среды', 'Сборка проекта', 'Контроль версий', 'Отчёт по практике'],
  },
  {
    ...usual,
    code: 'Э.01',
    title: 'Основы финансовой грамотности',
    kind: 'electiveCourse',
    attestationForm: 'credit',
    work: 'homework',
    topics: ['Личный бюджет', 'Вклады и кредиты', 'Налоги', 'Страхование'],
  },
];

const small = { ...usual, years: [1, 2] };

/** The four course units of the small college. */
export const okaUnits: readonly DemoUnit[] = [
  {
    ...small,
    code: 'ОП.02',
    title: 'Техническая механика',
    kind: 'discipline',
    attestationForm: 'exam',
    lessonsPerWeek: 2,
    work: 'control',
    topics: ['Статика', 'Кинематика', 'Динамика', 'Сопротивление материалов', 'Детали машин'],
  },
  {
    ...small,
    code: 'МДК.02.01',
    title: 'Сборка узлов и механизмов',
    kind: 'interdisciplinaryCourse',
    attestationForm: 'gradedCredit',
    inSubgroups: true,
    teachers: 2,
    work: 'laboratory',
    topics: ['Резьбовые соединения', 'Подшипники', 'Передачи', 'Регулировка'],
  },
  {
    ...small,
    code: 'УП.02',
    title: 'Слесарная практика',
    kind: 'practice',
    scale: 'passFail',
    attestationForm: 'credit',
    work: 'practical',
    topics: ['Охрана труда', 'Разметка', 'Опиливание', 'Сверление'],
  },
  {
    ...small,
    code: 'Э.02',
    title: 'Черчение на компьютере',
    kind: 'electiveCourse',
    scale: 'hundredPoint',
    attestationForm: 'finalMark',
    work: 'graphic',
    topics: ['Эскиз', 'Сборочный чертёж', 'Спецификация', 'Трёхмерная модель'],
  },
];
